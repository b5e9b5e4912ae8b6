import { errorSpans } from './error-spans/error-spans'
import { preference } from './preference/preference'
import { rubricAuthoring } from './rubric-authoring/rubric-authoring'
import { rubricScoring } from './rubric-scoring/rubric-scoring'
import type { Task } from './task'

/** Every task there is, by its code. A new task adds its line here. */
const tasks = {
  'error-spans': errorSpans,
  'rubric-authoring': rubricAuthoring,
  'rubric-scoring': rubricScoring,
  preference,
} as const satisfies Record<string, Task>

export type TaskCode = keyof typeof tasks
export const taskCodes = Object.keys(tasks) as [TaskCode, ...TaskCode[]]

/** A code that comes from outside is held against `taskCodes` first; an unknown one here is a defect. */
export function taskOf(code: string): Task {
  if (!Object.hasOwn(tasks, code)) throw new Error(`no task is called ${code}`)
  return tasks[code as TaskCode]
}
