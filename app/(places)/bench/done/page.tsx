import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SettledList } from '@/components/bench/settled-list'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listSettled, listSettledInput } from '@/lib/services/list-settled'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('bench.done'))('title') })

export default async function SettledPage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const viewer = await viewerOrSignIn()
  const input = listSettledInput.safeParse(await searchParams)
  const settled = await listSettled(viewer, input.success ? input.data : {})
  return (
    <PageBody>
      <SettledList {...settled} />
    </PageBody>
  )
}
