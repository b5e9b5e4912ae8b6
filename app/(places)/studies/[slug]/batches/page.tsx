import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { BatchList } from '@/components/studies/running/batches/batch-list'
import { Pager } from '@/components/ui/pager'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listBatches, listBatchesInput } from '@/lib/services/list-batches'
import { orNotFound } from '@/lib/web/or-not-found'
import { paths } from '@/lib/web/paths'
import { change, close, open, preview } from './actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('batches'))('title') })

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ page?: string }> }

export default async function BatchesPage({ params, searchParams }: Props) {
  const { slug } = await params
  const input = listBatchesInput.parse({ study: slug, zone: await getTimeZone(), page: (await searchParams).page })
  const { page, pages, ...list } = await orNotFound(listBatches(await viewerOrSignIn(), input))
  return (
    <PageBody>
      <BatchList {...list} slug={slug} verbs={{ preview, open, change, close }} />
      <Pager page={page} pages={pages} hrefOf={(to) => paths.pageOf(paths.batches(slug), to)} />
    </PageBody>
  )
}
