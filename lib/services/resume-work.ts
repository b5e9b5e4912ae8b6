/**
 * Takes up again what a person had begun and lost: a free seat of that very item, or that very dispute. It is given by the rules that give
 * out work, so it may go to whoever comes first; whoever gets none is told the same, be everything taken, decided or not for them. They choose among items that they
 * have had before, and no others.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { claimAdjudication, renewAdjudication } from '@/lib/db/adjudications'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { heldDisputes, unsettledDispute } from '@/lib/db/disputes'
import { claimSeatAgain, partHeld } from '@/lib/db/kept-work'
import { renewSeat } from '@/lib/db/seats'
import { Refusal } from '@/lib/errors'
import { leaseMs, mostHeld } from '@/lib/workflow/leases'

export const resumeWorkInput = z.object({ itemId: z.uuid(), place: z.uuid().nullable() })
type Resumed = { kind: 'seat' | 'adjudication'; id: string }

export async function resumeWork(viewer: Viewer, { itemId, place }: z.output<typeof resumeWorkInput>): Promise<Resumed> {
  const taken = await asViewerInSql(viewer, async (tx): Promise<Resumed | 'at-the-bench' | null> => {
    const part = await partHeld(tx, itemId)
    if (!part) throw new Refusal('not-found', 'not-found')
    if (part.role === 'adjudicator') return 'at-the-bench'
    if (!part.seatId && part.heldInStudy >= mostHeld) throw new Refusal('conflict', 'holds-enough')
    const held = part.seatId && (await renewSeat(tx, part.seatId, leaseMs))
    const id = held ? part.seatId : await claimSeatAgain(tx, itemId, leaseMs)
    return id ? { kind: 'seat', id } : null
  })
  const resumed = taken === 'at-the-bench' ? await disputeAgain(viewer, itemId, place) : taken
  if (!resumed) throw new Refusal('conflict', 'none-free')
  return resumed
}

/** What was decided in one dispute is of its readings: another one of the same item is not taken up with it. */
async function disputeAgain(viewer: Viewer, itemId: string, place: string | null): Promise<Resumed | null> {
  const { held, mine } = await asViewer(viewer, async (tx) => ({
    mine: place && (await renewAdjudication(tx, place, leaseMs)),
    held: await heldDisputes(tx),
  }))
  if (mine) return { kind: 'adjudication', id: place! }
  return asSystem({ reason: 'adjudication-claimed', actor: viewer.personId }, async (tx, note) => {
    const dispute = await unsettledDispute(tx, itemId)
    if (dispute && held.filter(({ studyId }) => studyId === dispute.studyId).length >= mostHeld) throw new Refusal('conflict', 'holds-enough')
    const id = dispute?.id === place ? await claimAdjudication(tx, viewer.personId, null, leaseMs, itemId) : null
    note(id ? { studyId: dispute!.studyId, itemId, detail: { adjudication: id, resumed: true } } : { detail: { found: false } })
    return id ? { kind: 'adjudication', id } : null
  })
}
