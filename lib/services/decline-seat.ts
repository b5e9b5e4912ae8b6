/** A reader passes an item on, with a reason: the seat returns to the pool and the item is not offered to them again. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { deleteDraft } from '@/lib/db/drafts'
import { insertDecline } from '@/lib/db/declines'
import { freeSeat, lockSeat } from '@/lib/db/seats'
import { Refusal } from '@/lib/errors'
import { declineRepeat } from './repeated-reading'

export const declineReasons = ['conflict-of-interest', 'outside-my-competence', 'unreadable'] as const

export const declineSeatInput = z.object({
  seatId: z.uuid(),
  reason: z.enum(declineReasons),
  note: z.string().trim().max(2_000).default(''),
})

export async function declineSeat(
  viewer: Viewer,
  input: z.output<typeof declineSeatInput>,
): Promise<{ seatId: string }> {
  return asSystem({ reason: 'seat-declined', actor: viewer.personId }, async (tx, note) => {
    const seat = await lockSeat(tx, input.seatId, viewer.personId)
    if (!seat) {
      const repeat = await declineRepeat(tx, viewer, input.seatId)
      if (!repeat) throw new Refusal('not-found', 'not-found')
      note({ studyId: repeat.studyId, itemId: repeat.itemId, detail: { reason: input.reason, again: true } })
      return { seatId: repeat.id }
    }
    if (seat.submittedAt) throw new Refusal('conflict', 'already-submitted')
    note({ studyId: seat.studyId, itemId: seat.itemId, detail: { reason: input.reason } })
    await insertDecline(tx, { itemId: seat.itemId, reason: input.reason, note: input.note })
    await freeSeat(tx, seat.seatId, seat.itemId, viewer.personId)
    await deleteDraft(tx, viewer.personId, seat.itemId)
    return { seatId: seat.seatId }
  })
}
