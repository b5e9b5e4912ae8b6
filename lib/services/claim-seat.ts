/**
 * Gives a reader their next reading: what they hold and have not handed in first, else the next seat of the pool. The page
 * prefetches with `beyond`, the seats it has already; whoever holds enough unsubmitted ones gets no new one.
 */
import { z } from 'zod'
import { holdsRole, studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { claimSeat as claimFreeSeat, heldSeats } from '@/lib/db/seats'
import { seatStudy } from '@/lib/db/readings'
import { Refusal } from '@/lib/errors'
import { leaseMs, mostHeld } from '@/lib/workflow/leases'

export const claimSeatInput = z.object({
  studyId: z.uuid().optional(),
  beyond: z.array(z.uuid()).max(20).default([]),
})

export async function claimSeat(
  viewer: Viewer,
  input: z.output<typeof claimSeatInput>,
): Promise<{ seatId: string | null }> {
  if (input.studyId && !holdsRole(viewer, input.studyId, 'reader')) throw new Refusal('not-found', 'not-found')
  if (studiesAs(viewer, 'reader').length === 0) throw new Refusal('not-found', 'not-found')
  const studyId = input.studyId ?? null
  return asViewer(viewer, async (tx) => {
    const held = await heldSeats(tx, viewer.personId, studyId)
    const resumed = held.find((seatId) => !input.beyond.includes(seatId))
    if (resumed || held.length >= mostHeld) return { seatId: resumed ?? null }
    const seatId = await claimFreeSeat(tx, viewer.personId, studyId, leaseMs)
    const seat = seatId ? await seatStudy(tx, seatId) : null
    if (seat) {
      const { personId: actor } = viewer
      await recordEvent(tx, {
        kind: 'seat-claimed',
        actor,
        studyId: seat.studyId,
        itemId: seat.itemId,
        detail: { seat: seatId },
      })
    }
    return { seatId }
  })
}
