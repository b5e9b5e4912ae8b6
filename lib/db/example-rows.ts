/**
 * The rubrics that a model can learn from, written from nothing or corrected. A round's are those that its figures count: by the first
 * verdict on each item that stood, in the batch that the item was first judged in, so that they stay what they were when items are
 * read again. The study's are those of today: by the last verdict that stood, which another reading does not take away.
 */
import pg from 'pg'
import type { Cell } from './copied-rows'
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

const examples = (which: 'first' | 'last'): string => `
  item i cross join lateral (select usable, answer from verdict where item_id = i.id and verdict_stood(id) order by version ${which === 'first' ? 'asc' : 'desc'} limit 1) v`
const isExample = `i.batch_id is not null and i.stage <> 'withdrawn' and v.usable and coalesce(v.answer ->> 'review', '') not in ('pass', 'reject') and jsonb_array_length(v.answer -> 'criteria') > 0`

/** `batchId`: of one round (review-rounds.ts); null: of the whole study. */
export const exampleQuery = (studyId: string, batchId: string | null): string => {
  const study = pg.escapeLiteral(studyId)
  const of = batchId === null ? examples('last') : `${examples('first')} left join first_batches(${study}) f on f.item_id = i.id`
  return `
  select i.external_id, i.content::text, v.answer::text from ${of}
  where i.study_id = ${study} and ${isExample} ${batchId === null ? '' : `and coalesce(f.batch_id, i.batch_id) = ${pg.escapeLiteral(batchId)}`} order by i.external_id`
}

export const exampleCells = (row: readonly Cell[]): { id: string; content: unknown; answer: unknown } => ({
  id: row[0] ?? '',
  content: JSON.parse(row[1] ?? 'null') as unknown,
  answer: JSON.parse(row[2] ?? 'null') as unknown,
})

/** How many there are, by round and of the study. */
export async function countExamples(tx: Tx, studyId: string): Promise<{ byRound: Map<string, number>; all: number }> {
  const rows = await tx.$queryRaw<{ batchId: string; examples: number }[]>`
    select coalesce(f.batch_id, i.batch_id) as "batchId", count(*)::int as examples from ${Prisma.raw(examples('first'))}
    left join first_batches(${studyId}::uuid) f on f.item_id = i.id where i.study_id = ${studyId}::uuid and ${Prisma.raw(isExample)} group by 1`
  const [all] = await tx.$queryRaw<{ examples: number }[]>`
    select count(*)::int as examples from ${Prisma.raw(examples('last'))} where i.study_id = ${studyId}::uuid and ${Prisma.raw(isExample)}`
  return { byRound: new Map(rows.map(({ batchId, examples: count }) => [batchId, count])), all: all?.examples ?? 0 }
}
