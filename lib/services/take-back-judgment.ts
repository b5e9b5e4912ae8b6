/**
 * A reader takes a submission back within its grace. It stays in the history as a revision; the seat is theirs again. Too
 * late once the grace is over. Until then nobody else acts on what it was part of, so that whether it works tells nothing of the
 * other readings.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { voidAdjudication } from '@/lib/db/adjudications'
import { asSystem } from '@/lib/db/as-system'
import { putDraft } from '@/lib/db/drafts'
import { setStage } from '@/lib/db/items'
import { ownJudgment } from '@/lib/db/readings'
import { lockSeat, unmarkSubmitted } from '@/lib/db/seats'
import { undoConsensus } from '@/lib/db/verdicts'
import { Refusal } from '@/lib/errors'
import { graceMs, leaseMs } from '@/lib/workflow/leases'
import { shownAnswer } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import { moved } from '@/lib/workflow/moves'
import { takeBackRepeat } from './repeated-reading'

export const takeBackJudgmentInput = z.object({ seatId: z.uuid() })

export async function takeBackJudgment(
  viewer: Viewer,
  { seatId }: z.output<typeof takeBackJudgmentInput>,
): Promise<{ seatId: string }> {
  return asSystem({ reason: 'judgment-taken-back', actor: viewer.personId }, async (tx, note) => {
    const seat = await lockSeat(tx, seatId, viewer.personId)
    if (!seat) {
      const repeat = await takeBackRepeat(tx, viewer, seatId)
      if (!repeat) throw new Refusal('not-found', 'not-found')
      note({ studyId: repeat.studyId, itemId: repeat.itemId, detail: { seat: seatId, again: true } })
      return { seatId }
    }
    note({ studyId: seat.studyId, itemId: seat.itemId, detail: { seat: seatId } })
    if (!seat.submittedAt) return { seatId }
    const tooLate = new Refusal('conflict', 'too-late-to-take-back')
    if ((seat.submittedAgoMs ?? Infinity) > graceMs || !seat.current) throw tooLate
    if (seat.stage === 'adjudicating' && !(await voidAdjudication(tx, seat.itemId))) throw tooLate
    // Closed by agreement and opened again meanwhile, it is at the bench, and its consensus never stood all the same.
    if ((seat.stage === 'closed' || seat.stage === 'adjudicating') && !(await undoConsensus(tx, seat.itemId))) throw tooLate
    if (seat.stage === 'withdrawn') throw tooLate
    await setStage(tx, seat.itemId, moved(seat.stage, 'submission-undone', 'reader'))
    await unmarkSubmitted(tx, seatId, leaseMs)
    const judgment = await ownJudgment(tx, seatId)
    // As its reader saw it: the item's own names of the responses are nobody's to see.
    const showing = { task: taskOf(seat.task), kept: { text: seat.text, rest: seat.content }, itemId: seat.itemId, personId: viewer.personId, seatId }
    if (judgment) await putDraft(tx, viewer.personId, seat.itemId, { body: shownAnswer(showing, judgment.answer), base: 0, activeMs: seat.activeMs })
    return { seatId }
  })
}
