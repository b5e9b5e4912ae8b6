import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReleaseOffer } from '@/components/releases/release-offer'
import { SubmitForm } from '@/components/releases/submit/submit-form'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/ui/page-header'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { boardInput, readBoard } from '@/lib/services/read-board'
import { orNotFound } from '@/lib/web/or-not-found'
import { parsedOrNotFound } from '@/lib/web/parsed-or-not-found'
import { paths } from '@/lib/web/paths'

type Props = { params: Promise<{ releaseId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('board'))('submit.title') })

export default async function SubmitPage({ params, searchParams }: Props) {
  const { releaseId, split } = parsedOrNotFound(boardInput, { ...(await searchParams), ...(await params) })
  const board = await orNotFound(readBoard(await viewerOrSignIn(), { releaseId, split }))
  const t = await getTranslations('board')
  return (
    <PageBody>
      <ReleaseOffer releaseId={releaseId} title={`${board.title} ${board.version}`} />
      <PageHeader
        crumbs={[{ label: t('releases'), href: paths.releases() }, { label: `${board.title} ${board.version}`, href: paths.release(releaseId) }, { label: t('submit.title') }]}
        title={t('submit.title')}
        lede={t('submit.lede')}
      />
      <SubmitForm releaseId={releaseId} split={board.split} task={board.task} splits={board.splits} />
    </PageBody>
  )
}
