'use client'
import { useTranslations } from 'next-intl'
import { useOffer } from '@/components/shell/offers'
import { paths } from '@/lib/web/paths'

/** What can be done with the release at hand, in the palette of every page that is about it. */
export function ReleaseOffer({ releaseId, title, scored = true }: { releaseId: string; title: string; scored?: boolean }) {
  const t = useTranslations('board')
  const contest = [
    { id: 'release-board', label: t('title'), href: paths.board(releaseId) },
    { id: 'release-submit', label: t('submit.title'), href: paths.submit(releaseId) },
    { id: 'release-submissions', label: t('submissions'), href: paths.submissions(releaseId) },
  ]
  const entries = [{ id: 'release', label: t('toRelease'), href: paths.release(releaseId) }, ...(scored ? contest : [])]
  useOffer({ commands: [{ heading: title, entries }] })
  return null
}
