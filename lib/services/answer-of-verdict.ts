/**
 * What a verdict's answer is stored as: where the task's answers carry something on from verdict to verdict (a rubric's criteria,
 * their names and since when they stand), with that. Runs inside the transaction that gives the verdict, with the item locked.
 */
import type { SqlTx } from '@/lib/db/sql-transaction'
import { verdictsSoFar } from '@/lib/db/verdicts'
import { contentOf } from '@/lib/tasks/kept-content'
import type { Task } from '@/lib/tasks/task'

type Item = { itemId: string; text: string; content: unknown; settings: unknown }

/** `readings`: asked for only where the task has a use for them. `of`: the version, of a verdict that is there already; else the next. */
export async function answerOfVerdict(tx: SqlTx, task: Task, { itemId, text, content, settings }: Item, answer: unknown, readings: () => Promise<unknown[]>, of?: number): Promise<unknown> {
  if (!task.succession) return answer
  const { version, last: before } = await verdictsSoFar(tx, itemId, of)
  return task.succession(answer, { version, before, readings: await readings(), content: contentOf(task, { text, rest: content }), settings })
}
