import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReleaseOffer } from '@/components/releases/release-offer'
import { SubmissionList } from '@/components/releases/submission/submission-list'
import { PageBody } from '@/components/shell/page-body'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { boardInput, readBoard } from '@/lib/services/read-board'
import { listSubmissions, submissionsInput } from '@/lib/services/read-submission'
import { orNotFound } from '@/lib/web/or-not-found'
import { parsedOrNotFound } from '@/lib/web/parsed-or-not-found'
import { paths } from '@/lib/web/paths'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board'))('submissions') })

export default async function SubmissionsPage({ params, searchParams }: { params: Promise<{ releaseId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const { releaseId } = parsedOrNotFound(boardInput, await params)
  const { before } = parsedOrNotFound(submissionsInput, { before: (await searchParams)['before'] })
  const viewer = await viewerOrSignIn()
  const board = await orNotFound(readBoard(viewer, { releaseId }))
  const { submissions, older } = await listSubmissions(viewer, { releaseId, before })
  const t = await getTranslations('board')
  return (
    <PageBody>
      <ReleaseOffer releaseId={releaseId} title={`${board.title} ${board.version}`} />
      <PageHeader
        crumbs={[{ label: t('releases'), href: paths.releases() }, { label: `${board.title} ${board.version}`, href: paths.release(releaseId) }, { label: t('submissions') }]}
        title={t('submissions')}
        lede={t('submissionsLede')}
        actions={
          <>
            <LinkButton href={paths.board(releaseId)}>{t('toBoard')}</LinkButton>
            <LinkButton variant="primary" href={paths.submit(releaseId)}>
              {t('submit.title')}
            </LinkButton>
          </>
        }
      />
      <SubmissionList releaseId={releaseId} submissions={submissions} />
      {older && <LinkButton href={paths.submissions(releaseId, older)}>{t('olderSubmissions')}</LinkButton>}
    </PageBody>
  )
}
