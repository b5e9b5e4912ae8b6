import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DoneList } from '@/components/desk/done-list'
import { PageBody } from '@/components/shell/page-body'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { listDone, listDoneInput } from '@/lib/services/list-done'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('desk.done'))('title'),
})

export default async function DonePage({ searchParams }: { searchParams: Promise<{ before?: string }> }) {
  const viewer = await viewerOrSignIn()
  const input = listDoneInput.safeParse(await searchParams)
  const done = await listDone(viewer, input.success ? input.data : {})
  return (
    <PageBody>
      <DoneList {...done} />
    </PageBody>
  )
}
