import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/shell/page-body'
import { AgreementProgress } from '@/components/studies/running/agreement-progress'
import { AgreementTables } from '@/components/studies/running/agreement-tables'
import { StatedTable } from '@/components/studies/running/stated-table'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readAgreement } from '@/lib/services/read-agreement'
import { readStated } from '@/lib/services/read-stated'
import { orNotFound } from '@/lib/web/or-not-found'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.agreement'))('title') })

export default async function AgreementPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  const { kept, jobId } = await orNotFound(readAgreement(viewer, { study: slug }))
  const t = await getTranslations('running.agreement')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      {jobId && <AgreementProgress jobId={jobId} countedAt={kept?.computedAt ?? null} />}
      {kept && <AgreementTables agreement={kept} />}
      <Suspense fallback={<Skeleton className="h-40" />}>
        <Stated slug={slug} />
      </Suspense>
    </PageBody>
  )
}

async function Stated({ slug }: { slug: string }) {
  return <StatedTable {...(await readStated(await viewerOrSignIn(), { study: slug }))} />
}
