import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import type { Task } from '@/lib/tasks/task'

/** The formats that a release is written in: the native one always, the others in the task's order. */
export const formatsOf = (task: Task, wanted: readonly string[]): ExchangeFormat[] =>
  task.formats.filter(({ code }, nth) => nth === 0 || wanted.includes(code))
