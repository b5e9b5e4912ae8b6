/**
 * An admin looks at who said what on an item that is still open. It needs a reason, is audited, cannot be undone, and costs
 * them any other part in this item. Whoever has read or settled it themselves cannot (one part per person and item).
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { hasUnsealed, insertUnsealing, stageForUnsealing } from '@/lib/db/unsealings'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'

export const unsealItemInput = z.strictObject({
  study: z.string(),
  itemId: z.uuid(),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
})

export async function unsealItem(
  viewer: Viewer,
  { study: slug, itemId, reason }: z.output<typeof unsealItemInput>,
): Promise<void> {
  const study = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, slug))
  await asSystem({ reason: 'item-unsealed', actor: viewer.personId, studyId: study.id, itemId }, async (tx, note) => {
    const stage = await stageForUnsealing(tx, study.id, itemId)
    if (stage === null) throw new Refusal('not-found', 'not-found')
    if (stage === 'closed' || (await hasUnsealed(tx, itemId, viewer.personId)))
      throw new Refusal('conflict', 'nothing-sealed')
    await insertUnsealing(tx, { itemId, personId: viewer.personId, reason })
    note({ detail: { reason, stage } })
  })
}
