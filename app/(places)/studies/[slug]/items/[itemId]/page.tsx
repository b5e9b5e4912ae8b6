import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PageBody } from '@/components/shell/page-body'
import { ItemHistory } from '@/components/studies/running/item/item-history'
import { viewerOrSignIn } from '@/lib/auth/viewer-or-sign-in'
import { Refusal } from '@/lib/errors'
import { readItem, readItemInput } from '@/lib/services/read-item'
import { taskOf } from '@/lib/tasks/registry'
import { orNotFound } from '@/lib/web/or-not-found'
import { reopen, unseal, withdraw } from '../actions'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('items'))('title') })

type Props = { params: Promise<{ slug: string; itemId: string }> }

async function historyOf({ params }: Props) {
  const { slug, itemId } = await params
  const viewer = await viewerOrSignIn()
  const input = readItemInput.safeParse({ study: slug, itemId })
  if (!input.success) throw new Refusal('not-found', 'not-found')
  return readItem(viewer, input.data)
}

export default async function ItemPage(props: Props) {
  const history = await orNotFound(historyOf(props))
  const { slug, task } = history.study
  const itemId = history.item.id
  const [inForce] = history.verdicts
  const anchors = inForce?.usable ? taskOf(task).anchors(inForce.answer) : []
  return (
    <PageBody>
      <ItemHistory
        {...history}
        anchors={anchors.map(({ id, start, end }) => ({ id, start, end }))}
        verbs={{
          unseal: async (reason) => {
            'use server'
            return unseal({ study: slug, itemId, reason })
          },
          reopen: async (reason) => {
            'use server'
            return reopen({ study: slug, itemId, reason })
          },
          withdraw: async (reason) => {
            'use server'
            return withdraw({ study: slug, itemIds: [itemId], reason })
          },
        }}
      />
    </PageBody>
  )
}
