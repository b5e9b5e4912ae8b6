import { taskComparison, type ComparisonWork } from '@/components/tasks/task-comparisons'
import type { FieldProblem } from '@/lib/errors'
import type { Cause } from '@/lib/workflow/causes'
import type { DisputeOnBench } from './dispute-on-bench'

/** An adjudicator's unsubmitted work: the task's answer and decisions, and what a verdict owes. */
export type AdjudicationDraft = ComparisonWork & {
  outcome: 'answer' | 'unusable'
  rationale: string
  cause: Cause | null
}

export const emptyAdjudication = (dispute: DisputeOnBench): AdjudicationDraft => ({
  ...taskComparison(dispute.study.task).startComparison(dispute),
  outcome: 'answer',
  rationale: '',
  cause: null,
})

/** What keeps the draft from being given: the task's problems where an answer is given, and what is owed in every case. */
export function adjudicationProblems(draft: AdjudicationDraft, dispute: DisputeOnBench): FieldProblem[] {
  const found = draft.outcome === 'answer' ? taskComparison(dispute.study.task).verdictProblems(draft, dispute) : []
  if (dispute.differs && draft.cause === null) found.push({ path: 'cause', code: 'cause-missing' })
  if (draft.rationale.trim() === '') found.push({ path: 'rationale', code: 'rationale-missing' })
  return found
}
