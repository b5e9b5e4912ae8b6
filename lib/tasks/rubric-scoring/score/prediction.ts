import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { problemOfShape } from '@/lib/formats/shape-problem'
import { labels, type Label } from '../../rubric/scores'
import type { JsonObject } from '../../task'
import type { Content } from '../content'
import { fits } from '../label-of-group'

/**
 * What a system says of an item, by response and criterion: a score of each response, where higher is better; how well a response
 * does on single criteria, where higher is better too; whether it meets them. Met, of a veto, means violated, as in HealthBench.
 * `threshold`: from which of its scores on a criterion on the system takes it to be satisfied, of a veto to be kept; unsaid, scores make no labels.
 */
export type Prediction = {
  scores: Readonly<Record<string, number>>
  criteria: Readonly<Record<string, Readonly<Record<string, number>>>>
  met: Readonly<Record<string, Readonly<Record<string, boolean | Label>>>>
  threshold?: number
}

const byName = <Value extends z.ZodType>(value: Value) => z.record(z.string().max(200), value).nullish().transform((given) => given ?? {})
const record = z.object({
  id: z.union([z.string().min(1), z.int()], 'text').transform(String),
  scores: byName(z.number()),
  criteria: byName(z.record(z.string(), z.number())),
  met: byName(z.record(z.string(), z.union([z.boolean(), z.enum(labels)], `true, false, ${labels.join(', ')}`))),
  threshold: z.number().nullish(),
})

/** A record of a predictions file, or the first thing wrong with it. Fields it does not use are let be. */
export function readPrediction(row: Record<string, unknown>): { id: string; prediction: JsonObject } | RowProblem {
  const read = record.safeParse(row)
  if (!read.success) return problemOfShape(read.error, row)
  const { id, threshold, ...said } = read.data
  if (Object.values(said).every((by) => Object.keys(by as object).length === 0)) return { field: 'scores', reason: 'missing' }
  return { id, prediction: { ...(said as unknown as JsonObject), ...(typeof threshold === 'number' ? { threshold } : {}) } }
}

/** What `readPrediction` made, as the database gave it back. */
export const predictionOf = (json: JsonObject): Prediction => json as unknown as Prediction

/** A name that the item does not have, or a label that its criterion cannot be given; asks nothing of a verdict. */
export function misfit(prediction: JsonObject, input: JsonObject): RowProblem | null {
  const { scores, criteria, met } = predictionOf(prediction)
  const { responses, rubric } = input as unknown as Pick<Content, 'responses' | 'rubric'>
  const known = new Set(responses.map(({ id }) => id))
  const groupOf = new Map(rubric.criteria.map(({ id, group }) => [id, group]))
  for (const [field, by] of Object.entries({ scores, criteria, met })) {
    const strange = Object.keys(by).find((id) => !known.has(id))
    if (strange !== undefined) return { field, reason: 'unknown-id', values: { id: strange } }
  }
  for (const [field, by] of Object.entries({ criteria, met }))
    for (const [response, of] of Object.entries(by))
      for (const [criterion, said] of Object.entries(of)) {
        const group = groupOf.get(criterion)
        if (!group) return { field: `${field}.${response}`, reason: 'unknown-id', values: { id: criterion } }
        if (typeof said === 'string' && !fits(said as Label, group)) return { field: `${field}.${response}.${criterion}`, reason: 'label-not-of-group', values: { group } }
      }
  return null
}
