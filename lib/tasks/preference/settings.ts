import { z } from 'zod'

/** What counts as disagreement in a study. */
export const settingsSchema = z.strictObject({
  /** Whether the choices on the axes count too, or the overall one alone. */
  counts: z.enum(['overall', 'overall-and-axes']),
  /** Null: only which response is better counts. Else strengths that lie further apart than this many levels do too. */
  strengthApart: z.int().min(0).max(8).nullable(),
})
export type Settings = z.infer<typeof settingsSchema>
