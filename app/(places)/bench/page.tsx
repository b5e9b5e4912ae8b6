import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BenchOverview } from '@/components/bench/bench-overview'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listBench } from '@/lib/services/list-bench'
import { continueAtBench } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('bench'))('title') })

export default async function BenchPage({ searchParams }: { searchParams: Promise<{ nothing?: string }> }) {
  const viewer = await viewerOrSignIn()
  const bench = await listBench(viewer, {})
  return (
    <PageBody>
      <BenchOverview personId={viewer.personId} bench={bench} nothingFound={(await searchParams).nothing === '1'} continueAtBench={continueAtBench} />
    </PageBody>
  )
}
