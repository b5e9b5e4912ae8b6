/**
 * An admin changes a batch that is not closed: name, priority, due date, who may read it, paused or going on. How many
 * readings an item gets never changes. A paused batch gives out nothing; what readers have begun is kept for them. What is held by
 * somebody who is not of its pool any more is free at once, of a paused one when it goes on (trigger); their drafts stay.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { lockBatch, putPool, updateBatch } from '@/lib/db/batches'
import { workEnded } from '@/lib/db/work-ended'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'
import { batchDue, batchName, batchPriority, poolFields } from './batch-fields'

export const changeBatchInput = z.strictObject({
  study: z.string(),
  batchId: z.uuid(),
  name: batchName.optional(),
  state: z.enum(['open', 'paused']).optional(),
  priority: batchPriority.optional(),
  dueOn: batchDue.optional(),
  pool: poolFields.optional(),
})

export async function changeBatch(
  viewer: Viewer,
  input: z.output<typeof changeBatchInput>,
): Promise<{ changed: string[] }> {
  const { study: slug, batchId, ...wanted } = input
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const before = await lockBatch(tx, study.id, batchId)
    if (!before) throw new Refusal('not-found', 'not-found')
    if (before.state === 'closed') throw new Refusal('frozen', 'batch-is-closed')
    const after = {
      name: wanted.name ?? before.name,
      state: wanted.state ?? before.state,
      priority: wanted.priority ?? before.priority,
      dueOn: wanted.dueOn === undefined ? before.dueOn : wanted.dueOn,
      pool: wanted.pool ?? before.pool,
    }
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter(
      (name) => !isDeepStrictEqual(after[name], before[name]),
    )
    if (changed.length === 0) return { changed }
    await updateBatch(tx, batchId, after)
    if (changed.includes('pool')) await putPool(tx, batchId, after.pool)
    const { people, ...rest } = after.pool
    // The trail tells how many people a pool names, not whom.
    const said = { ...after, pool: { ...rest, people: people.length } }
    await recordEvent(tx, {
      kind: 'batch-changed',
      actor: viewer.personId,
      studyId: study.id,
      itemId: null,
      detail: { batch: before.name, ...(await workEnded(tx)), ...Object.fromEntries(changed.map((name) => [name, said[name]])) },
    })
    return { changed }
  })
}
