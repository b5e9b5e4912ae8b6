import type { ExchangeFormat, Loss } from '@/lib/formats/exchange-format'
import type { Task } from '@/lib/tasks/task'

/** The formats that a release is written in: the native one always, the others in the task's order. */
export const formatsOf = (task: Task, wanted: readonly string[]): ExchangeFormat[] =>
  task.formats.filter(({ code }, nth) => nth === 0 || wanted.includes(code))

/** What the card says that a format cannot hold: what it never does, what it does not of some records, and what its readers must know. */
export const limitsOf = ({ alwaysLoses, mayLose = [], caution }: Pick<ExchangeFormat, 'alwaysLoses' | 'mayLose' | 'caution'>): string[] => [
  ...lossSentences(alwaysLoses),
  ...lossSentences(mayLose).map((sentence) => `Depending on the record, ${sentence}`),
  ...(caution === undefined ? [] : [caution]),
]

/** A sentence a reason, with the fields it is about. */
function lossSentences(losses: readonly Loss[]): string[] {
  const fields = new Map<string, string[]>()
  for (const { field, why } of losses) fields.set(why, [...(fields.get(why) ?? []), field])
  return [...fields].map(([why, names]) => `${names.join(', ')}: ${why}`)
}
