import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PageBody } from '@/components/shell/page-body'
import { PairReview } from '@/components/studies/releases/pair-review'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listNearDuplicates, nearDuplicatesInput } from '@/lib/services/near-duplicates'
import { orNotFound } from '@/lib/web/or-not-found'
import { judge } from '../../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('releases.pairs'))('title') })

export default async function PairsPage({
  params,
  searchParams,
}: {
  params: Promise<{ slug: string; releaseId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}) {
  const { slug, releaseId } = await params
  const viewer = await viewerOrSignIn()
  const input = nearDuplicatesInput.safeParse({ releaseId, page: (await searchParams)['page'] })
  if (!input.success) notFound()
  const shown = await orNotFound(listNearDuplicates(viewer, input.data))
  return (
    <PageBody>
      <PairReview slug={slug} releaseId={releaseId} {...shown} judge={judge} />
    </PageBody>
  )
}
