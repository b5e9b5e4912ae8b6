/**
 * What follows an item's last submission: agreement makes the verdict at once, disagreement opens a dispute, by the
 * study's policy. Runs inside the submission's transaction, with the item locked; never on its own. What it writes travels with
 * the commit.
 */
import { openAdjudication } from '@/lib/db/adjudications'
import { setStage } from '@/lib/db/items'
import type { StandingJudgment } from '@/lib/db/judgments'
import type { SeatAtSubmission } from '@/lib/db/seats'
import { sentWithCommit, type SqlTx } from '@/lib/db/sql-transaction'
import { insertVerdict } from '@/lib/db/verdicts'
import { taskOf } from '@/lib/tasks/registry'
import { afterLastSubmission } from '@/lib/workflow/after-last-submission'
import { moved } from '@/lib/workflow/moves'
import { answerOfVerdict } from './answer-of-verdict'

/** `readings`: what stands in all seats of the item's present round, in any order. */
export async function settleItem(tx: SqlTx, seat: SeatAtSubmission, readings: readonly StandingJudgment[]): Promise<void> {
  const task = taskOf(seat.task)
  const judgments = readings.toSorted((a, b) => (a.letter < b.letter ? -1 : 1))
  const answers = judgments.map(({ answer }) => answer)
  const { disputed, points } = task.disagreement(answers, seat.settings)
  const { event, verdict } = afterLastSubmission(seat.policy, { disputed })
  const stage = moved(seat.stage, event, 'system')
  if (verdict === 'merged') {
    const newest = judgments.reduce((a, b) => (b.protocol > a.protocol ? b : a))
    const answer = await answerOfVerdict(tx, task, seat, task.merge(answers, seat.settings), async () => answers)
    sentWithCommit(
      insertVerdict(tx, {
        itemId: seat.itemId,
        studyId: seat.studyId,
        protocolId: newest.protocolId,
        source: 'consensus',
        answer,
      }),
    )
  }
  if (event === 'sent-to-bench') sentWithCommit(openAdjudication(tx, seat.itemId, seat.studyId, points))
  sentWithCommit(setStage(tx, seat.itemId, stage))
}
