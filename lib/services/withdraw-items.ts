/**
 * An admin takes items out of the study for good, with a reason. Whatever was being read or disputed about them ends; what
 * was judged stays as history, and none of them is in a download any more. One audit event for each, so that an item's history tells it.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvents } from '@/lib/db/audit-events'
import { lockItems, releaseSeats, withdraw } from '@/lib/db/batch-closings'
import { Refusal } from '@/lib/errors'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'

export const withdrawItemsInput = z.strictObject({
  study: z.string(),
  itemIds: z.array(z.uuid()).min(1).max(500),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
})

export async function withdrawItems(
  viewer: Viewer,
  { study: slug, itemIds, reason }: z.output<typeof withdrawItemsInput>,
): Promise<{ withdrawn: number }> {
  const study = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, slug))
  return asSystem({ reason: 'items-withdrawn', actor: viewer.personId, studyId: study.id }, async (tx, note) => {
    const wanted = [...new Set(itemIds)]
    const items = await lockItems(tx, study.id, { ids: wanted })
    if (items.length !== wanted.length) throw new Refusal('not-found', 'not-found')
    for (const { stage } of items) moved(stage, 'withdrawn', 'admin', reason)
    await releaseSeats(tx, wanted)
    await withdraw(tx, wanted)
    const [first, ...others] = wanted
    note({ itemId: first!, detail: { reason, items: wanted.length } })
    const detail = { reason, items: wanted.length }
    await recordEvents(tx, others, { kind: 'items-withdrawn', actor: viewer.personId, studyId: study.id, detail })
    return { withdrawn: wanted.length }
  })
}
