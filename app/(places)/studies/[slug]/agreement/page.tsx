import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Suspense } from 'react'
import { PageBody } from '@/components/shell/page-body'
import { AgreementTables } from '@/components/studies/running/agreement-tables'
import { StatedTable } from '@/components/studies/running/stated-table'
import { PageHeader } from '@/components/ui/page-header'
import { Skeleton } from '@/components/ui/skeleton'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { admitAgreement, readAgreement } from '@/lib/services/read-agreement'
import { readStated } from '@/lib/services/read-stated'
import { orNotFound } from '@/lib/web/or-not-found'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('running.agreement'))('title') })

export default async function AgreementPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const viewer = await viewerOrSignIn()
  // Whether there is such a page is said before any of it is sent; the readings may take their time.
  await orNotFound(admitAgreement(viewer, { study: slug }))
  const t = await getTranslations('running.agreement')
  return (
    <PageBody>
      <PageHeader title={t('title')} lede={t('lede')} />
      <Suspense fallback={<Skeleton className="h-80" />}>
        <Agreement slug={slug} />
      </Suspense>
    </PageBody>
  )
}

async function Agreement({ slug }: { slug: string }) {
  const viewer = await viewerOrSignIn()
  const [agreement, stated] = await Promise.all([readAgreement(viewer, { study: slug }), readStated(viewer, { study: slug })])
  return (
    <>
      <AgreementTables agreement={agreement} />
      <StatedTable {...stated} />
    </>
  )
}
