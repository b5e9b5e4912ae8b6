import { z } from 'zod'

/** What a study fixes for this task; it rules completeness (`problems`) and agreement (`disagreement`). */
export const settingsSchema = z.strictObject({
  /** MedFact allows one error a text; that is a rule of its data, not of the task. */
  errorsPerText: z.enum(['exactly-one', 'any']),
  /** How far two spans may differ in place and still be the same: not at all, or down to this intersection over union. */
  tolerance: z.union([z.literal('exact'), z.strictObject({ overlap: z.number().gt(0).lte(1) })]),
})
export type Settings = z.infer<typeof settingsSchema>
export type Tolerance = Settings['tolerance']
