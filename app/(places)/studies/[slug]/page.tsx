import type { Metadata } from 'next'
import { getTimeZone } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { Overview } from '@/components/studies/running/overview/overview'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { readOverview } from '@/lib/services/read-overview'
import { readStudy } from '@/lib/services/read-study'
import { orNotFound } from '@/lib/web/or-not-found'

type Props = { params: Promise<{ slug: string }> }

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { slug } = await params
  return { title: (await orNotFound(readStudy(await viewerOrSignIn(), { study: slug }))).name }
}

export default async function OverviewPage({ params }: Props) {
  const { slug } = await params
  const overview = await orNotFound(readOverview(await viewerOrSignIn(), { study: slug, zone: await getTimeZone() }))
  return (
    <PageBody>
      <Overview {...overview} />
    </PageBody>
  )
}
