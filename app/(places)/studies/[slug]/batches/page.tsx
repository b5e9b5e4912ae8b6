import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { BatchList } from '@/components/studies/running/batches/batch-list'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listBatches } from '@/lib/services/list-batches'
import { orNotFound } from '@/lib/web/or-not-found'
import { change, close, open, preview } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('batches'))('title') })

export default async function BatchesPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params
  const list = await orNotFound(listBatches(await viewerOrSignIn(), { study: slug, zone: await getTimeZone() }))
  return (
    <PageBody>
      <BatchList {...list} slug={slug} verbs={{ preview, open, change, close }} />
    </PageBody>
  )
}
