/** The rubrics that a model can learn from: of closed items, written from nothing or corrected. */
import pg from 'pg'
import type { Cell } from './copied-rows'
import type { Tx } from './transaction'
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'

const isExample = `v.usable and coalesce(v.answer ->> 'review', '') not in ('pass', 'reject') and jsonb_array_length(v.answer -> 'criteria') > 0`

/** `batchId`: of one round (review-rounds.ts); null: of the whole study. */
export const exampleQuery = (studyId: string, batchId: string | null): string => `
  select i.external_id, i.content::text, v.answer::text from item i join verdict v on v.item_id = i.id and ${verdictInForce}
  ${batchId === null ? '' : `left join first_batches(${pg.escapeLiteral(studyId)}) f on f.item_id = i.id`}
  where i.study_id = ${pg.escapeLiteral(studyId)} and i.stage = 'closed' and ${isExample}
  ${batchId === null ? '' : `and ${pg.escapeLiteral(batchId)} = coalesce(f.batch_id, i.batch_id)`} order by i.external_id`

export const exampleCells = (row: readonly Cell[]): { id: string; content: unknown; answer: unknown } => ({
  id: row[0] ?? '',
  content: JSON.parse(row[1] ?? 'null') as unknown,
  answer: JSON.parse(row[2] ?? 'null') as unknown,
})

/** How many there are, by round. */
export const countExamples = (tx: Tx, studyId: string): Promise<{ batchId: string; examples: number }[]> =>
  tx.$queryRaw`select coalesce(f.batch_id, i.batch_id) as "batchId", count(*)::int as examples from item i
    left join first_batches(${studyId}::uuid) f on f.item_id = i.id join verdict v on v.item_id = i.id and ${Prisma.raw(verdictInForce)}
    where i.study_id = ${studyId}::uuid and i.stage = 'closed' and ${Prisma.raw(isExample)} group by 1`
