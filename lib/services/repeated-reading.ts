/**
 * A reading that is asked a second time with the responses the other way round, for how steady a reader is and how much the place
 * counts. To its reader it is a reading like any other; it is kept beside the judgment and settles nothing.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { deleteDraft, putDraft } from '@/lib/db/drafts'
import { publishedProtocol } from '@/lib/db/protocols-in-force'
import { dropRepeat, keepRepeat, lockRepeat, reopenRepeat, repeatOf, type LockedRepeat } from '@/lib/db/repeats'
import { shownVerdict } from '@/lib/db/readings'
import type { SqlTx } from '@/lib/db/sql-transaction'
import { Refusal } from '@/lib/errors'
import { ownAnswer, shownAnswer, shownContent } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import { graceMs, leaseMs } from '@/lib/workflow/leases'

type Said = { seatId: string; protocolId: string; clientId: string; answer: unknown; activeMs: number; newer: boolean }

const showingOf = ({ task, text, content, itemId, ofSeat }: Pick<LockedRepeat, 'task' | 'text' | 'content' | 'itemId' | 'ofSeat'>, personId: string) => ({
  task: taskOf(task), kept: { text, rest: content }, itemId, personId, seatId: ofSeat, turned: true,
}) // prettier-ignore

/** In the shape of `seatToRead`; null where it is none of the viewer's. */
export async function repeatToRead(tx: SqlTx, viewer: Viewer, id: string) {
  const repeat = await repeatOf(tx, id)
  if (!repeat) return null
  const { submittedAt, leaseUntil, ofSeat: _, answer, answeredUnder, ...shown } = repeat
  const protocol = answeredUnder ? await publishedProtocol(tx, repeat.study.id, answeredUnder) : repeat.protocol
  if (!protocol) throw new Refusal('conflict', 'no-protocol')
  const showing = showingOf({ ...repeat, task: repeat.study.task }, viewer.personId)
  const verdict = submittedAt ? await shownVerdict(tx, repeat.itemId) : null
  return {
    ...shown,
    content: shownContent(showing),
    protocol,
    submittedAt: submittedAt?.toISOString() ?? null,
    leaseUntil: leaseUntil?.toISOString() ?? null,
    judgment: submittedAt ? { answer: shownAnswer(showing, answer), underRubric: null } : null,
    verdict: verdict && { ...verdict, answer: verdict.answer === null ? null : shownAnswer(showing, verdict.answer) },
  }
}

/** Takes the second answer. Null where it is none of this person's. */
export async function submitRepeat(tx: SqlTx, viewer: Viewer, said: Said): Promise<LockedRepeat | null> {
  const repeat = await lockRepeat(tx, said.seatId, viewer.personId)
  if (!repeat) return null
  if (repeat.handedInAt) {
    if (repeat.clientId === said.clientId) return repeat
    throw new Refusal('conflict', 'already-submitted')
  }
  if (said.newer) throw new Refusal('conflict', 'draft-newer')
  const protocol = await publishedProtocol(tx, repeat.studyId, said.protocolId)
  if (!protocol) throw new Refusal('invalid', 'protocol-unknown')
  const showing = showingOf(repeat, viewer.personId)
  const draft = showing.task.draft.parse(said.answer)
  const problems = showing.task.problems(draft, { content: shownContent(showing), settings: repeat.settings, form: protocol.form })
  if (problems.length) throw new Refusal('invalid', 'judgment-incomplete', {}, problems)
  await keepRepeat(tx, repeat.id, { ...said, answer: showing.task.judgment.parse(ownAnswer(showing, draft)) })
  await deleteDraft(tx, viewer.personId, repeat.itemId)
  return repeat
}

/** Gives a second answer back to its reader within the usual grace. */
export async function takeBackRepeat(tx: SqlTx, viewer: Viewer, id: string): Promise<LockedRepeat | null> {
  const repeat = await lockRepeat(tx, id, viewer.personId)
  if (!repeat?.handedInAt) return repeat
  if ((repeat.handedInAgoMs ?? Infinity) > graceMs) throw new Refusal('conflict', 'too-late-to-take-back')
  await reopenRepeat(tx, id, leaseMs)
  await putDraft(tx, viewer.personId, repeat.itemId, { body: shownAnswer(showingOf(repeat, viewer.personId), repeat.answer), base: 0, activeMs: repeat.activeMs })
  return repeat
}

/** Passed on, it is not asked again. */
export async function declineRepeat(tx: SqlTx, viewer: Viewer, id: string): Promise<LockedRepeat | null> {
  const repeat = await lockRepeat(tx, id, viewer.personId)
  if (!repeat) return null
  if (repeat.handedInAt) throw new Refusal('conflict', 'already-submitted')
  await dropRepeat(tx, id)
  await deleteDraft(tx, viewer.personId, repeat.itemId)
  return repeat
}
