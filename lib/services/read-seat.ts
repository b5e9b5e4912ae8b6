/** All that the workbench needs of one reading: the text, the protocol to read by, the reader's own draft or judgment. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { publishedProtocol } from '@/lib/db/protocols-in-force'
import { ownJudgment, readingOf, shownVerdict, type OwnJudgment, type Reading, type ShownVerdict } from '@/lib/db/readings'
import { renewSeat } from '@/lib/db/seats'
import type { SqlTx } from '@/lib/db/sql-transaction'
import { Refusal } from '@/lib/errors'
import { shownAnswer, shownContent } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import { leaseMs } from '@/lib/workflow/leases'
import { repeatToRead } from './repeated-reading'

export const readSeatInput = z.object({ seatId: z.uuid() })

export const readSeat = (viewer: Viewer, { seatId }: z.output<typeof readSeatInput>) =>
  asViewerInSql(viewer, (tx) => seatToRead(tx, viewer, seatId))

/** The same within a transaction of the viewer's that is under way. Whoever opens what is theirs to hand in holds it anew. */
export async function seatToRead(tx: SqlTx, viewer: Viewer, seatId: string) {
  const [, reading] = await Promise.all([renewSeat(tx, seatId, leaseMs), readingOf(tx, seatId)])
  if (!reading) {
    const repeat = await repeatToRead(tx, viewer, seatId)
    if (!repeat) throw new Refusal('not-found', 'not-found')
    return repeat
  }
  const [judgment, verdict] = reading.submittedAt
    ? await Promise.all([ownJudgment(tx, seatId), shownVerdict(tx, reading.itemId)])
    : [null, null]
  const protocol = judgment ? await publishedProtocol(tx, reading.study.id, judgment.protocolId) : reading.protocol
  return shownReading(viewer, { ...reading, protocol }, judgment, verdict)
}

/** A reading of the viewer's as they see it, with the protocol that it is read by. */
export function shownReading(viewer: Viewer, reading: Reading, judgment: OwnJudgment | null = null, verdict: ShownVerdict | null = null) {
  const { submittedAt, leaseUntil, protocol, ...shown } = reading
  if (!protocol) throw new Refusal('conflict', 'no-protocol')
  const task = taskOf(reading.study.task)
  const { asGiven } = task
  const at = (rest: unknown) => ({ task, kept: { text: reading.text, rest }, itemId: reading.itemId, personId: viewer.personId, seatId: reading.seatId })
  const showing = at(judgment && asGiven ? asGiven(reading.content, judgment.rubric, judgment.answer) : reading.content)
  const ofVerdict = verdict && asGiven ? at(asGiven(reading.content, null, null)) : showing
  return {
    ...shown,
    content: task.arrangement ? shownContent(showing) : reading.content,
    protocol,
    submittedAt: submittedAt?.toISOString() ?? null,
    leaseUntil: leaseUntil?.toISOString() ?? null,
    judgment: judgment && { answer: shownAnswer(showing, judgment.answer), underRubric: judgment.rubric?.version ?? null },
    verdict: verdict && {
      ...verdict,
      answer: verdict.answer === null ? null : shownAnswer(ofVerdict, verdict.answer),
      ...(ofVerdict === showing ? {} : { content: shownContent(ofVerdict) }),
    },
  }
}
