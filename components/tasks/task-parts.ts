/** Every task's part of the interface, by its code. A new task adds its line here. */
import type { ComponentType, ReactNode } from 'react'
import type { FieldProblem } from '@/lib/errors'
import type { AnswerOf } from '@/lib/tasks/task'
import { errorSpansComparison } from './error-spans/comparison/error-spans-comparison'
import { errorSpansParts } from './error-spans/error-spans-parts'

export type EditorProps = {
  text: string
  /** The item's content as this person sees it; of a task whose item is one text, what there is beside it. */
  content: unknown
  language: string | null
  protocol: { guideline: string; form: unknown }
  settings: unknown
  draft: unknown
  onChange?: (draft: unknown) => void
  problems: readonly FieldProblem[]
  showProblems: boolean
  readOnly?: boolean
  /** Whose answer it is: a reader's (the usual case) or the item's verdict. */
  of?: AnswerOf
}

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
  text: string
  content: unknown
  language: string | null
  protocol: { guideline: string; form: unknown }
  settings: unknown
  readings: Dispute['readings']
  points: Dispute['points']
  work: ComparisonWork
  onChange?: (work: ComparisonWork) => void
  /** The verdict will be that the item cannot be judged; the answer is kept in case of a change of mind. */
  unusable: boolean
  problems: readonly FieldProblem[]
  showProblems: boolean
  readOnly?: boolean
  /** What the page adds below the answer, in every view: rationale, cause, the end of the work. */
  finish: ReactNode
}

export type TaskParts = {
  Editor: ComponentType<EditorProps>
  emptyDraft: () => unknown
  /** What is missing from the draft before it can be handed in; the server asks the same rule. */
  problemsOf: (draft: unknown, of: { text: string; content: unknown; study: { settings: unknown }; protocol: { form: unknown } }) => FieldProblem[]
  /** A line that tells a version of the work apart from another. */
  Summary: ComponentType<{ draft: unknown }>
  /** Readings side by side, and the verdict made from them. Loaded when first shown. */
  Comparison: ComponentType<ComparisonProps>
  /** Where an adjudicator begins: what the readings agree on. */
  startComparison: (dispute: Pick<Dispute, 'study' | 'readings' | 'points'>) => ComparisonWork
  /** What keeps the answer from being a verdict, and the points nobody has decided. */
  verdictProblems: (work: ComparisonWork, dispute: Dispute) => FieldProblem[]
}

const parts = { 'error-spans': { ...errorSpansParts, ...errorSpansComparison } } as const satisfies Record<string, TaskParts>

export function taskPart(task: string): TaskParts {
  if (!Object.hasOwn(parts, task)) throw new Error(`no task is called ${task}`)
  return parts[task as keyof typeof parts]
}
