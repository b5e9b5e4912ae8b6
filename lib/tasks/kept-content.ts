import type { Task } from './task'

/** An item's content as the database keeps it: the text that stands for it in a column of its own, and the rest. */
export type Kept = { text: string; rest: object }

/** A task whose records have a field `text` keeps it in the text's column alone; of the others the text is made, and all is kept. */
const hasOwnText = (task: Pick<Task, 'contentFields'>) => 'text' in task.contentFields.shape

export function keptOf(task: Pick<Task, 'contentFields' | 'textOf'>, content: Record<string, unknown>): Kept {
  if (!hasOwnText(task)) return { text: task.textOf(content), rest: content }
  const { text, ...rest } = content
  return { text: String(text), rest }
}

export const contentOf = (task: Pick<Task, 'contentFields'>, { text, rest }: { text: string; rest: unknown }): object =>
  hasOwnText(task) ? { ...(rest as object), text } : (rest as object)
