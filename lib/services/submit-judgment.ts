/**
 * A reader hands in a judgment from their seat. Sent twice it is one (client id); the last of an item's k readings, and
 * only it, settles the item. What a reader is told never depends on the other readings.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystemInSql } from '@/lib/db/as-system-in-sql'
import { newerDraft } from '@/lib/db/drafts'
import { handIn, othersWhole, seatOfClientId } from '@/lib/db/judgments'
import { formForSeat } from '@/lib/db/protocols-in-force'
import { lockSeat } from '@/lib/db/seats'
import { sentWithCommit } from '@/lib/db/sql-transaction'
import { Refusal } from '@/lib/errors'
import { ownAnswer, shownContent } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import { handedInFrom } from './handed-in-from'
import { submitRepeat } from './repeated-reading'
import { settleItem } from './settle-item'

export const submitJudgmentInput = z.object({
  seatId: z.uuid(),
  protocolId: z.uuid(),
  /** Made by the browser once per submission. */
  clientId: z.uuid(),
  answer: z.unknown(),
  activeMs: z.int().min(0).max(86_400_000),
  from: handedInFrom.optional(),
})

export async function submitJudgment(
  viewer: Viewer,
  input: z.output<typeof submitJudgmentInput>,
): Promise<{ seatId: string }> {
  return asSystemInSql({ reason: 'judgment-submitted', actor: viewer.personId }, async (tx, note) => {
    // Asked for together and answered in this order: the client id and the other seats are looked up under the lock.
    const [seat, earlier, others, protocol, newer] = await Promise.all([
      lockSeat(tx, input.seatId, viewer.personId),
      seatOfClientId(tx, input.clientId),
      othersWhole(tx, input.seatId),
      formForSeat(tx, input.seatId, input.protocolId),
      input.from && newerDraft(tx, viewer.personId, input.seatId, input.from),
    ])
    if (!seat) {
      const repeat = await submitRepeat(tx, viewer, { ...input, newer: newer ?? false })
      if (!repeat) throw new Refusal('conflict', 'seat-gone')
      note({ studyId: repeat.studyId, itemId: repeat.itemId, detail: { seat: repeat.id, again: true } })
      return { seatId: repeat.id }
    }
    note({ studyId: seat.studyId, itemId: seat.itemId, detail: { seat: seat.seatId } })
    if (earlier) {
      if (earlier !== seat.seatId) throw new Refusal('conflict', 'client-id-used')
      note({ detail: { repeated: true } })
      return { seatId: seat.seatId }
    }
    if (seat.submittedAt) throw new Refusal('conflict', 'already-submitted')
    if (seat.stage !== 'reading' || !seat.current) throw new Refusal('conflict', 'item-not-reading')
    if (newer) throw new Refusal('conflict', 'draft-newer')
    if (!protocol) throw new Refusal('invalid', 'protocol-unknown')
    if (protocol.outdated) throw new Refusal('conflict', 'protocol-changed')

    const task = taskOf(seat.task)
    const showing = { task, kept: { text: seat.text, rest: seat.content }, itemId: seat.itemId, personId: viewer.personId, seatId: seat.seatId }
    const draft = task.draft.parse(input.answer)
    const problems = task.problems(draft, { content: shownContent(showing), settings: seat.settings, form: protocol.form })
    if (problems.length) throw new Refusal('invalid', 'judgment-incomplete', {}, problems)

    const judgment = {
      seatId: seat.seatId,
      itemId: seat.itemId,
      studyId: seat.studyId,
      protocolId: input.protocolId,
      revision: seat.revisions + 1,
      clientId: input.clientId,
      answer: task.judgment.parse(ownAnswer(showing, draft)),
    }
    sentWithCommit(handIn(tx, judgment, viewer.personId, input.activeMs))
    if (others) await settleItem(tx, seat, [...others, { ...judgment, letter: seat.letter, protocol: protocol.number }])
    return { seatId: seat.seatId }
  })
}
