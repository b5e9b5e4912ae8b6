import { z } from 'zod'

/** What counts as disagreement: any two labels that are not the same, or only those more than half a step apart. */
export const settingsSchema = z.strictObject({ tolerance: z.enum(['exact', 'half-step']) })
export type Settings = z.infer<typeof settingsSchema>
