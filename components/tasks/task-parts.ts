/**
 * Every task's part of the interface, by its code; the bench's alone are in task-comparisons. A new task adds its line to
 * late-parts: its part then comes when a page shows that task, and no other task's workbench grows by it.
 */
import { use, type ComponentType } from 'react'
import type { FieldProblem } from '@/lib/errors'
import type { Fitted } from '@/lib/tasks/fitted'
import type { AnswerOf } from '@/lib/tasks/task'
import { errorSpansParts } from './error-spans/error-spans-parts'

export type EditorProps = {
  text: string
  /** Where it is being worked on, for what a task asks of the person's own work there. */
  itemId?: string
  /** The item's content as this person sees it; of a task whose item is one text, what there is beside it. */
  content: unknown
  language: string | null
  protocol: { guideline: string; form: unknown }
  settings: unknown
  draft: unknown
  onChange?: (draft: unknown) => void
  problems: readonly FieldProblem[]
  /** How often handing in was tried: each time whoever tried is taken to the first thing that is missing. */
  attempts: number
  readOnly?: boolean
  /** Whose answer it is: a reader's (the usual case) or the item's verdict. */
  of?: AnswerOf
}

export type TaskParts = {
  Editor: ComponentType<EditorProps>
  emptyDraft: () => unknown
  /** What is missing from the draft before it can be handed in; the server asks the same rule. */
  problemsOf: (draft: unknown, of: { text: string; content: unknown; study: { settings: unknown }; protocol: { form: unknown } }) => FieldProblem[]
  /** What of a draft begun under earlier words or an earlier form still answers; absent where all of it can be seen and taken back. */
  fitDraft?: (draft: unknown, of: { content: unknown; protocol: { form: unknown } }) => Fitted<unknown>
  /** A line that tells a version of the work apart from another. */
  Summary: ComponentType<{ draft: unknown }>
}

const coming = new Map<string, Promise<TaskParts>>()

/** A hook: suspends whoever asks until the task's part is there. An unknown code is a defect. */
export function useTaskPart(task: string): TaskParts {
  if (task === 'error-spans') return errorSpansParts
  const part = coming.get(task) ?? (async () => (await import('./late-parts')).latePart(task))()
  coming.set(task, part)
  return use(part)
}
