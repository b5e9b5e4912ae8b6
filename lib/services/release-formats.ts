import type { ExchangeFormat, Loss } from '@/lib/formats/exchange-format'
import type { Task } from '@/lib/tasks/task'

/** The formats that a release is written in: the native one always, the others in the task's order. */
export const formatsOf = (task: Task, wanted: readonly string[]): ExchangeFormat[] =>
  task.formats.filter(({ code }, nth) => nth === 0 || wanted.includes(code))

/** What a format never holds, a sentence a reason with the fields it is about. */
export function lossSentences(losses: readonly Loss[]): string[] {
  const fields = new Map<string, string[]>()
  for (const { field, why } of losses) fields.set(why, [...(fields.get(why) ?? []), field])
  return [...fields].map(([why, names]) => `${names.join(', ')}: ${why}`)
}
