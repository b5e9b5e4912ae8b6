/**
 * An admin ends a batch before every seat was submitted. Its unfinished items go back to the pool for another batch, in a
 * new round; what was judged stays as history, what is at the bench or closed stays where it is. While people are reading
 * it refuses, unless told that they shall be interrupted; their drafts are kept either way.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { heldNow, lockItems, releaseSeats, returnToPool } from '@/lib/db/batch-closings'
import { lockBatch, updateBatch } from '@/lib/db/batches'
import { Refusal } from '@/lib/errors'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'

export const closeBatchInput = z.strictObject({
  study: z.string(),
  batchId: z.uuid(),
  interrupt: z.boolean().default(false),
})

const closingTimeoutMs = 10 * 60_000

export async function closeBatch(
  viewer: Viewer,
  { study: slug, batchId, interrupt }: z.output<typeof closeBatchInput>,
): Promise<{ returned: number }> {
  const study = await asViewer(viewer, async (tx) => {
    const found = await admitAdmin(tx, viewer, slug)
    if (!(await lockBatch(tx, found.id, batchId))) throw new Refusal('not-found', 'not-found')
    return found
  })
  const use = {
    reason: 'batch-changed',
    actor: viewer.personId,
    studyId: study.id,
    timeoutMs: closingTimeoutMs,
  } as const
  return asSystem(use, async (tx, note) => {
    const batch = await lockBatch(tx, study.id, batchId)
    if (!batch) throw new Refusal('not-found', 'not-found')
    const items = await lockItems(tx, study.id, { batch: batchId })
    // Closed already: only what a reader took back at the last moment can still be in it.
    if (batch.state === 'closed' && items.length === 0) throw new Refusal('frozen', 'batch-is-closed')
    for (const { stage } of items) moved(stage, 'batch-closed', 'admin')
    const itemIds = items.map(({ id }) => id)
    const interrupted = await heldNow(tx, itemIds)
    if (interrupted > 0 && !interrupt) throw new Refusal('conflict', 'batch-has-readers', { readings: interrupted })
    await releaseSeats(tx, itemIds)
    await returnToPool(tx, itemIds)
    await updateBatch(tx, batchId, { ...batch, state: 'closed' })
    note({ detail: { batch: batch.name, state: 'closed', returned: itemIds.length, interrupted } })
    return { returned: itemIds.length }
  })
}
