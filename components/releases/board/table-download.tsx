import { Download } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonClasses } from '@/components/ui/button-classes'
import { paths } from '@/lib/web/paths'
import type { BoardShown } from './board-shown'

/** The numbers of a board, or of its groups by one facet, as a file. */
export function TableDownload({ board: { releaseId, split, match }, facet }: { board: Pick<BoardShown, 'releaseId' | 'split' | 'match'>; facet?: string }) {
  const t = useTranslations('board')
  return (
    <a href={paths.boardTable(releaseId, split, match, facet)} download className={buttonClasses('quiet', 'small')}>
      <Download size={15} aria-hidden />
      {t('download')}
    </a>
  )
}
