/** What the bench needs of a task beyond its parts, by its code; apart, so that no desk loads it. A new task adds its line here. */
import type { ComponentType, ReactNode } from 'react'
import type { FieldProblem } from '@/lib/errors'
import type { Fitted } from '@/lib/tasks/fitted'
import { errorSpansComparison } from './error-spans/comparison/error-spans-comparison'
import { preferenceComparison } from './preference/comparison/preference-comparison'
import { rubricAuthoringComparison } from './rubric-authoring/comparison/rubric-authoring-comparison'
import { rubricScoringComparison } from './rubric-scoring/comparison/rubric-scoring-comparison'

/** An adjudicator's work on a dispute: the answer that will be the verdict, and what has been decided, by the task's own names. */
export type ComparisonWork = { readonly answer: unknown; readonly decisions: Readonly<Record<string, string>> }

type Dispute = {
  text: string
  content: unknown
  study: { settings: unknown }
  protocol: { form: unknown }
  readings: readonly { letter: string; answer: unknown }[]
  points: readonly unknown[]
}

export type ComparisonProps = {
  itemId: string
  text: string
  content: unknown
  language: string | null
  protocol: { guideline: string; form: unknown }
  settings: unknown
  readings: Dispute['readings']
  points: Dispute['points']
  /** Verdicts that stood before, newest first; `answer` null: the item was unusable. */
  earlier: readonly { version: number; answer: unknown }[]
  work: ComparisonWork
  onChange?: (work: ComparisonWork) => void
  /** The verdict will be that the item cannot be judged; the answer is kept in case of a change of mind. */
  unusable: boolean
  problems: readonly FieldProblem[]
  /** As of an editor. */
  attempts: number
  readOnly?: boolean
  /** What the page adds below the answer, in every view: rationale, cause, the end of the work. */
  finish: ReactNode
}

export type TaskComparison = {
  /** Readings side by side, and the verdict made from them. Loaded when first shown. */
  Comparison: ComponentType<ComparisonProps>
  /** Where an adjudicator begins: what the readings agree on. */
  startComparison: (dispute: Pick<Dispute, 'study' | 'readings' | 'points'>) => ComparisonWork
  /** The same as a reader's part says of a draft. */
  fitAnswer?: (answer: unknown, of: { content: unknown; protocol: { form: unknown } }) => Fitted<unknown>
  /** What keeps the answer from being a verdict, and the points nobody has decided. */
  verdictProblems: (work: ComparisonWork, dispute: Dispute) => FieldProblem[]
}

const comparisons = {
  'error-spans': errorSpansComparison,
  'rubric-authoring': rubricAuthoringComparison,
  'rubric-scoring': rubricScoringComparison,
  preference: preferenceComparison,
} as const satisfies Record<string, TaskComparison>

export function taskComparison(task: string): TaskComparison {
  if (!Object.hasOwn(comparisons, task)) throw new Error(`no task is called ${task}`)
  return comparisons[task as keyof typeof comparisons]
}
