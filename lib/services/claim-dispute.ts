/** Gives an adjudicator their next dispute: what they hold first, else the longest waiting of those whose seats they never held. */
import { z } from 'zod'
import { holdsRole, studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { claimAdjudication, renewAdjudication } from '@/lib/db/adjudications'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { disputeItem, heldDisputes } from '@/lib/db/disputes'
import { Refusal } from '@/lib/errors'
import { leaseMs, mostHeld } from '@/lib/workflow/leases'

export const claimDisputeInput = z.object({
  studyId: z.uuid().optional(),
  beyond: z.array(z.uuid()).max(20).default([]),
})

export async function claimDispute(
  viewer: Viewer,
  input: z.output<typeof claimDisputeInput>,
): Promise<{ adjudicationId: string | null }> {
  if (input.studyId && !holdsRole(viewer, input.studyId, 'adjudicator')) throw new Refusal('not-found', 'not-found')
  if (studiesAs(viewer, 'adjudicator').length === 0) throw new Refusal('not-found', 'not-found')
  const { resumed, held } = await asViewer(viewer, async (tx) => {
    const all = (await heldDisputes(tx)).filter(({ studyId }) => !input.studyId || studyId === input.studyId)
    let held = all.length
    for (const { adjudicationId } of all) {
      if (input.beyond.includes(adjudicationId)) continue
      if (await renewAdjudication(tx, adjudicationId, leaseMs)) return { resumed: adjudicationId, held }
      // Another has taken it meanwhile.
      held -= 1
    }
    return { resumed: null, held }
  })
  if (resumed || held >= mostHeld) return { adjudicationId: resumed }
  return asSystem({ reason: 'adjudication-claimed', actor: viewer.personId }, async (tx, note) => {
    const adjudicationId = await claimAdjudication(tx, viewer.personId, input.studyId ?? null, leaseMs)
    const item = adjudicationId ? await disputeItem(tx, adjudicationId) : null
    if (item) note({ studyId: item.studyId, itemId: item.itemId, detail: { adjudication: adjudicationId } })
    else note({ detail: { found: false } })
    return { adjudicationId }
  })
}
