/**
 * An admin has items read again that were judged under an old protocol. Each starts a new round of readings in a batch of
 * its own, under the newest protocol; what was judged before stays as history. Nothing is told of who read or what they said.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvents } from '@/lib/db/audit-events'
import { lockItems } from '@/lib/db/batch-closings'
import { newestNumber, protocolByNumber } from '@/lib/db/protocols'
import { itemsUnder, startNextRound } from '@/lib/db/reopenings'
import { dropStanding } from '@/lib/db/rubric-revisions'
import { Refusal } from '@/lib/errors'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'
import { batchName } from './batch-fields'

export const reopenItemsInput = z.object({
  study: z.string(),
  /** Number of the old version. */
  under: z.int().min(1),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
  /** Name of the batch that the new round is read in. */
  batch: batchName,
})

/** A whole study, with an event for each item. */
const reopeningTimeoutMs = 10 * 60_000

export async function reopenItems(viewer: Viewer, input: z.output<typeof reopenItemsInput>): Promise<{ items: number }> {
  const { under, reason } = input
  const { study, old } = await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, input.study)
    const old = await protocolByNumber(tx, study.id, under)
    if (!old) throw new Refusal('not-found', 'not-found')
    if ((await newestNumber(tx, study.id)) === under) throw new Refusal('invalid', 'protocol-is-newest')
    return { study, old }
  })
  return asSystem({ reason: 'item-reopened', actor: viewer.personId, studyId: study.id, timeoutMs: reopeningTimeoutMs }, async (tx, note) => {
    const locked = await lockItems(tx, study.id, { ids: await itemsUnder(tx, study.id, old.id) })
    // Asked again under the locks: some may have been taken back or handed in anew.
    const still = new Set(await itemsUnder(tx, study.id, old.id))
    const items = locked.filter(({ id }) => still.has(id))
    for (const { stage } of items) moved(stage, 'returned-to-readers', 'admin', reason)
    if (items.length === 0) throw new Refusal('conflict', 'nothing-to-reopen', { under })
    const itemIds = items.map(({ id }) => id)
    await dropStanding(tx, itemIds)
    await startNextRound(tx, study.id, input.batch, itemIds)
    // One event for each, so that an item's history tells it.
    const detail = { under, reason, items: items.length, batch: input.batch }
    const [first, ...others] = itemIds
    note({ itemId: first!, detail })
    await recordEvents(tx, others, { kind: 'item-reopened', actor: viewer.personId, studyId: study.id, detail })
    return { items: items.length }
  })
}
