import { z } from 'zod'
import { mostResponses } from '../conversation/responses'

/** What one reader says of an item's responses. Responses go by id; to whoever judges, by names that follow from their words. */
export const choiceSchema = z.strictObject({
  /** One is better, none is better than another, or none is acceptable. */
  pick: z.enum(['response', 'tie', 'all-bad']),
  response: z.string().max(200).nullable(),
  /** 1-based level of the form's scale; null where nothing was chosen or the form has none. */
  strength: z.int().min(1).max(9).nullable(),
})
export type Choice = z.infer<typeof choiceSchema>

export const draftSchema = z.strictObject({
  overall: choiceSchema.nullable(),
  /** By the axis's code; an axis that is not there was not answered. */
  axes: z.record(z.string().max(80), choiceSchema),
  rationale: z.string().max(10_000),
  /** Ids in the order they were shown; empty before that is known, and in a verdict by consensus, which nobody saw. */
  shown: z.array(z.string().max(200)).max(mostResponses),
})
export type Draft = z.infer<typeof draftSchema>

/** Complete only when `problems` finds nothing in it. */
export const judgmentSchema = draftSchema.extend({ overall: choiceSchema })
export type Judgment = z.infer<typeof judgmentSchema>
