import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { ScoredPair } from './preference-accuracy'

type Key = { id: string; axis: string | null }
export type PairGold = Key & Pick<ScoredPair, 'chosen' | 'violated'>
export type PairPrediction = Key & Pick<ScoredPair, 'scores' | 'predictedViolated'>

const key = {
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  axis: z.string().min(1).nullish().transform((axis) => axis ?? null),
} // prettier-ignore
const violated = { violatedA: z.boolean().nullish(), violatedB: z.boolean().nullish() }
const goldRecord = z.object({ ...key, chosen: z.enum(['a', 'b', 'tie']), ...violated })
const predictionRecord = z.object({ ...key, scoreA: z.number(), scoreB: z.number(), ...violated })

/** A line of the gold of preferences: which of two responses is better, on an axis or on the whole; may say which break a veto. */
export function readPairGold(record: Record<string, unknown>): PairGold | RowProblem {
  const read = goldRecord.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { id, axis, chosen } = read.data
  const sides = bothOrNone(read.data)
  return 'reason' in sides ? sides : { id, axis, chosen, violated: sides.violated }
}

/** What a system scores the two responses, and where it judges vetoes, which of them it says break one. */
export function readPairPrediction(record: Record<string, unknown>): PairPrediction | RowProblem {
  const read = predictionRecord.safeParse(record)
  if (!read.success) return problemOfShape(read.error, record)
  const { id, axis, scoreA, scoreB } = read.data
  const sides = bothOrNone(read.data)
  return 'reason' in sides ? sides : { id, axis, scores: { a: scoreA, b: scoreB }, predictedViolated: sides.violated }
}

type Sides = { violatedA?: boolean | null | undefined; violatedB?: boolean | null | undefined }

function bothOrNone({ violatedA = null, violatedB = null }: Sides): Pick<ScoredPair, 'violated'> | RowProblem {
  if (violatedA === null && violatedB === null) return { violated: null }
  if (violatedA === null || violatedB === null) return { field: violatedA === null ? 'violatedA' : 'violatedB', reason: 'missing' }
  return { violated: { a: violatedA, b: violatedB } }
}
