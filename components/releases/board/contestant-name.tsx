import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { paths } from '@/lib/web/paths'
import type { BoardShown } from './board-shown'

type Row = BoardShown['rows'][number]

/** What a contestant goes by: a system's name or letter, a reader's pseudonym, or all readers. */
export function useContestantName() {
  const t = useTranslations('board')
  return ({ kind, name, letter }: Pick<Row, 'kind' | 'name' | 'letter'>): string =>
    kind === 'readers' ? t('readersMean') : kind === 'reader' ? t('reader', { name: name ?? '' }) : (name ?? t('anonymous', { letter: letter ?? '' }))
}

export function ContestantName({ row, releaseId, link }: { row: Row; releaseId: string; link: boolean }) {
  const t = useTranslations('board')
  const nameOf = useContestantName()
  // A badge says already that it is a person.
  const name = row.kind === 'reader' ? (row.name ?? '') : nameOf(row)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {link && row.submissionId ? <Link href={paths.submission(releaseId, row.submissionId)}><bdi>{name}</bdi></Link> : <bdi>{name}</bdi>}
      {row.kind !== 'system' && <Badge>{t('human')}</Badge>}
      {row.mine && <Badge tone="accent">{t('mine')}</Badge>}
      {row.knewLabels && <Badge tone="warn">{t('knewLabels')}</Badge>}
      {row.name !== null && row.letter !== null && <Badge>{t('anonymous', { letter: row.letter })}</Badge>}
      {row.scores.counts['missing'] ? <Badge tone="warn">{t('missing', { count: row.scores.counts['missing'] })}</Badge> : null}
    </span>
  )
}
