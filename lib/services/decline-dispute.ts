/** An adjudicator passes a dispute on, with a reason: it waits at the bench again and is not offered to them a second time. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { insertDecline } from '@/lib/db/declines'
import { freeDispute, lockDispute } from '@/lib/db/disputes'
import { deleteDraft } from '@/lib/db/drafts'
import { Refusal } from '@/lib/errors'
import { declineReasons } from './decline-seat'

export const declineDisputeInput = z.object({
  adjudicationId: z.uuid(),
  reason: z.enum(declineReasons),
  note: z.string().trim().max(2_000).default(''),
})

export async function declineDispute(viewer: Viewer, input: z.output<typeof declineDisputeInput>): Promise<{ adjudicationId: string }> {
  return asSystem({ reason: 'adjudication-declined', actor: viewer.personId }, async (tx, note) => {
    const dispute = await lockDispute(tx, input.adjudicationId, viewer.personId)
    if (!dispute) throw new Refusal('not-found', 'not-found')
    if (dispute.settledAt) throw new Refusal('conflict', 'already-settled')
    note({ studyId: dispute.studyId, itemId: dispute.itemId, detail: { adjudication: dispute.adjudicationId, reason: input.reason } })
    await insertDecline(tx, { itemId: dispute.itemId, reason: input.reason, note: input.note })
    await freeDispute(tx, dispute.adjudicationId, dispute.itemId, viewer.personId)
    await deleteDraft(tx, viewer.personId, dispute.itemId)
    return { adjudicationId: dispute.adjudicationId }
  })
}
