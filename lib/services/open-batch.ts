/**
 * An admin opens items of the pool for reading. Refuses a study that no protocol says how to read, and an empty choice;
 * two openings at once never share an item. What it would mean is told beforehand by `previewBatch`.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { previewOf, type BatchPreview } from '@/lib/db/batch-previews'
import { chosenItemIds, insertBatch, lockOpenings } from '@/lib/db/batches'
import { newestNumber } from '@/lib/db/protocols'
import { drawRepeats } from '@/lib/db/repeats'
import { openSeats } from '@/lib/db/seats'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { batchDue, batchName, batchPriority, itemChoice, poolFields, readersPerItem } from './batch-fields'

export const previewBatchInput = itemChoice.extend({ study: z.string(), pool: poolFields, readersPerItem })

export const openBatchInput = previewBatchInput.extend({
  name: batchName,
  priority: batchPriority.default(0),
  dueOn: batchDue.default(null),
  /** Share of the items that each of their readers is asked a second time, the other way round. */
  repeats: z.number().min(0, 'key:invalid').max(1, 'key:invalid').optional(),
})

const openingTimeoutMs = 10 * 60_000

/** `protocol`: the version it would be read under; null: there is none, and the batch cannot be opened. */
export async function previewBatch(
  viewer: Viewer,
  { study: slug, ...choice }: z.output<typeof previewBatchInput>,
): Promise<BatchPreview & { protocol: number | null }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    return { ...(await previewOf(tx, study.id, choice)), protocol: await newestNumber(tx, study.id) }
  })
}

export async function openBatch(
  viewer: Viewer,
  input: z.output<typeof openBatchInput>,
): Promise<{ batchId: string; items: number }> {
  const { study: slug, filter, taking, repeats = 0, ...batch } = input
  const study = await asViewer(viewer, async (tx) => {
    const found = await admitAdmin(tx, viewer, slug)
    if ((await newestNumber(tx, found.id)) === null) throw new Refusal('conflict', 'no-protocol')
    if (repeats > 0 && !taskOf(found.task).steadiness) throw new Refusal('invalid', 'fields', {}, [{ path: 'repeats', code: 'not-an-option' }])
    return found
  })
  const use = {
    reason: 'batch-opened',
    actor: viewer.personId,
    studyId: study.id,
    timeoutMs: openingTimeoutMs,
  } as const
  return asSystem(use, async (tx, note) => {
    await lockOpenings(tx, study.id)
    const chosen = await chosenItemIds(tx, study.id, filter, taking)
    if (chosen.length === 0) throw new Refusal('invalid', 'batch-empty')
    const batchId = await insertBatch(tx, { ...batch, studyId: study.id, selection: { filter, ...taking } })
    const items = await openSeats(tx, batchId, chosen)
    // Withdrawn between the choice and the opening; nothing else takes an item from the pool past the lock.
    if (items === 0) throw new Refusal('conflict', 'batch-empty')
    const twice = repeats > 0 ? await drawRepeats(tx, batchId, repeats) : 0
    note({ detail: { batch: batch.name, items, readersPerItem: batch.readersPerItem, filter, ...taking, ...(twice > 0 ? { askedTwice: twice } : {}) } })
    return { batchId, items }
  })
}
