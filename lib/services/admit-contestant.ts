/** A split of a frozen release that systems can be scored on, for those who may know the release; else there is none. */
import { contestOf, type ContestRow } from '@/lib/db/contests'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import type { TaskEvaluation } from '@/lib/tasks/evaluation'
import { taskOf } from '@/lib/tasks/registry'

export type Contested = ContestRow & { evaluation: TaskEvaluation }

export async function admitContestant(tx: Tx, releaseId: string, split: string): Promise<Contested> {
  const contest = await contestOf(tx, releaseId, split)
  if (!contest) throw new Refusal('not-found', 'not-found')
  const { evaluation } = taskOf(contest.task)
  if (!evaluation) throw new Refusal('not-found', 'task-not-scored')
  return { ...contest, evaluation }
}
