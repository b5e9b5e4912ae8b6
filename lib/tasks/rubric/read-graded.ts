import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { GradedRecord } from './healthbench-score'

export type RubricGold = Omit<GradedRecord, 'met'>

const texts = z.array(z.string())
const goldRecord = z.object({
  prompt_id: z.string().min(1),
  example_tags: texts.nullish(),
  rubrics: z.array(z.object({ points: z.number(), tags: texts.nullish() })).min(1),
})
const metRecord = z.object({ prompt_id: z.string().min(1), met: z.array(z.boolean()) })

/** A HealthBench record, as much of it as scores need; or the first thing wrong with it. */
export function readRubricGold(record: Record<string, unknown>): RubricGold | RowProblem {
  const read = goldRecord.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { prompt_id: id, example_tags: tags, rubrics } = read.data
  return { id, tags: tags ?? [], criteria: rubrics.map(({ points, tags: own }) => ({ points, tags: own ?? [] })) }
}

/** Which criteria of a record a response meets, by their order. */
export function readMet(record: Record<string, unknown>): { id: string; met: boolean[] } | RowProblem {
  const read = metRecord.safeParse(record)
  return read.success ? { id: read.data.prompt_id, met: read.data.met } : problemOfShape(read.error, record)
}

export const metProblem = ({ criteria }: RubricGold, met: readonly boolean[]): RowProblem | null =>
  met.length === criteria.length ? null : { field: 'met', reason: 'wrong-type', values: { expected: `${criteria.length} × true | false` } }
