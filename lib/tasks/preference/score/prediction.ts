import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import type { Response } from '../../conversation/responses'
import type { JsonObject } from '../../task'

type Scores = Readonly<Record<string, number>>
/** What a system scores the responses of an item, higher being better: on the whole, and on axes by their code. */
export type Prediction = { scores: Scores; axes: Readonly<Record<string, Scores>> }

const scores = z.record(z.string().max(200), z.number()).nullish().transform((given) => given ?? {})
const record = z.object({
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  scores,
  axes: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,79}$/, 'a code'), z.record(z.string(), z.number())).nullish().transform((given) => given ?? {}),
}) // prettier-ignore

/** A record of a predictions file, or the first thing wrong with it. Fields it does not use are let be. */
export function readPrediction(row: Record<string, unknown>): { id: string; prediction: JsonObject } | RowProblem {
  const read = record.safeParse(row)
  if (!read.success) return problemOfShape(read.error, row)
  const { id, ...said } = read.data
  if (Object.keys(said.scores).length === 0 && Object.keys(said.axes).length === 0) return { field: 'scores', reason: 'missing' }
  if (Object.keys(said.axes).length > mostAxes) return { field: 'axes', reason: 'too-long', values: { limit: mostAxes } }
  return { id, prediction: said }
}
const mostAxes = 20

/** What `readPrediction` made, as the database gave it back. */
export const predictionOf = (json: JsonObject): Prediction => json as unknown as Prediction

/** A response that the item does not have; asks nothing of a verdict. */
export function misfit(prediction: JsonObject, input: JsonObject): RowProblem | null {
  const { scores: whole, axes } = predictionOf(prediction)
  const known = new Set((input['responses'] as unknown as Response[]).map(({ id }) => id))
  for (const [field, given] of [['scores', whole] as const, ...Object.entries(axes).map(([axis, of]) => [`axes.${axis}`, of] as const)]) {
    const strange = Object.keys(given).find((id) => !known.has(id))
    if (strange !== undefined) return { field, reason: 'unknown-id', values: { id: strange } }
  }
  return null
}
