import { z } from 'zod'
import { criterionSchema, maxCriteria } from '../rubric/criterion'
import { labels } from '../rubric/scores'

/** What is said of a model's draft: it stands as it is, it stands corrected, or it is of no use. */
export const reviews = ['pass', 'correct', 'reject'] as const
export type Review = (typeof reviews)[number]

/** A criterion tried on a sample response, to see whether it can be decided. Never part of a verdict. */
export const trialSchema = z.strictObject({ response: z.string().max(200), criterion: z.string().max(80), label: z.enum(labels) })
export type Trial = z.infer<typeof trialSchema>

export const draftSchema = z.strictObject({
  /** Null: there is no draft to speak of, or nothing has been said of it yet. */
  review: z.enum(reviews).nullable(),
  /** Codes of the form: why the draft was not passed. */
  reasons: z.array(z.string().max(80)).max(50),
  /** Null: nothing touched yet; the model's draft stands as it came. */
  criteria: z.array(criterionSchema).max(maxCriteria).nullable(),
  trials: z.array(trialSchema).max(800),
  note: z.string().max(10_000),
  /** Of a verdict alone: what its rubric counts by. Verdicts of before do not say it. */
  counting: z.enum(['points', 'groups']).exactOptional(),
  /** What was corrected before the draft was passed after all: there again when it is not, until the answer is handed in; never handed in itself. */
  aside: z.strictObject({ criteria: z.array(criterionSchema).max(maxCriteria).nullable(), reasons: z.array(z.string().max(80)).max(50) }).exactOptional(),
})
export type Draft = z.infer<typeof draftSchema>

/** Complete only when `problems` finds nothing in it. Of a rejected draft the criteria count for nothing. */
export const judgmentSchema = draftSchema.omit({ aside: true }).extend({ criteria: z.array(criterionSchema).max(maxCriteria) })
export type Judgment = z.infer<typeof judgmentSchema>
