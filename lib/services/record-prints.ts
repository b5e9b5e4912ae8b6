import { createHash } from 'node:crypto'
import { canonical } from '@/lib/formats/canonical'
import type { ReleasedItem } from '@/lib/releases/change-log'
import type { JsonObject, Task } from '@/lib/tasks/task'

const print = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 22)

const aboutTheItem = ['id', 'textSha256', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'verdict']

/** By what two releases' records of an item are compared; `verdict`: of the answer alone, not of how it came about. */
export function recordPrints(task: Task, record: JsonObject): Pick<ReleasedItem, 'text' | 'verdict' | 'record'> {
  const notTheAnswer = new Set([...aboutTheItem, ...Object.keys(task.contentFields.shape)])
  const answer = Object.fromEntries(Object.entries(record).filter(([name]) => !notTheAnswer.has(name)))
  return { text: print(canonical(record['textSha256'] ?? null)), verdict: print(canonical(answer)), record: print(canonical(record)) }
}
