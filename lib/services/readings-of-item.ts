import { baredReadings, type BaredReading, type ItemHead } from '@/lib/db/item-histories'
import type { Tx } from '@/lib/db/transaction'
import { canonical } from '@/lib/formats/canonical'
import { standingReadings } from '@/lib/tasks/still-said'
import type { Json, Task } from '@/lib/tasks/task'

type Revision = BaredReading['revisions'][number] & { content: unknown }
/** `content` of a revision: the item as it was asked. `counts`: of what was said there; null where all of it does, or nothing is ever asked in part. */
export type ReadingOfItem = Omit<BaredReading, 'rubric' | 'revisions'> & { revisions: Revision[]; underRubric: number | null; counts: 'in-part' | 'no-more' | null }

/** Who said what of an item that is bare, each as it was asked, and what of it still counts. */
export async function readingsOfItem(tx: Tx, task: Task, item: ItemHead): Promise<ReadingOfItem[]> {
  const bared = await baredReadings(tx, item.id)
  const counts = item.stage === 'closed' ? countsOf(task, item, bared) : new Map<string, never>()
  return bared.map(({ rubric, revisions, ...reading }) => ({
    ...reading,
    revisions: revisions.map((one) => ({ ...one, content: task.asGiven?.(item.content, rubric, one.answer) ?? item.content })),
    underRubric: rubric?.version ?? null,
    counts: counts.get(reading.seatId) ?? null,
  }))
}

function countsOf(task: Task, item: ItemHead, readings: readonly BaredReading[]): Map<string, ReadingOfItem['counts']> {
  if (!task.stillSaid) return new Map()
  const said = readings.flatMap(({ seatId, round, submittedAt, revisions: [last] }) => (submittedAt && last ? [{ seatId, round, answer: last.answer }] : []))
  const standing = standingReadings(task, item.content, { present: said.filter(({ round }) => round === item.round), before: said.filter(({ round }) => round < item.round) })
  const left = new Map([...standing.present, ...standing.before].map(({ seatId, answer }) => [seatId, answer]))
  return new Map(
    said.map(({ seatId, answer }) => {
      const still = left.get(seatId)
      if (still === undefined) return [seatId, 'no-more']
      return [seatId, canonical(still as Json) === canonical(answer as Json) ? null : 'in-part']
    }),
  )
}
