import { z } from 'zod'

/**
 * The fields of an item's record that belong to this task: its text, kept exactly as it came. Two kinds of string are
 * refused because PostgreSQL cannot hold them: a lone surrogate (not UTF-8) and U+0000.
 */
export const contentFields = z.strictObject({
  text: z
    .string()
    .min(1, 'text-empty')
    .max(200_000, 'text-too-long')
    .refine((text) => text.isWellFormed() && !text.includes('\0'), 'text-not-storable')
    .refine((text) => text.trim() !== '', 'text-empty'),
})
export type Content = z.infer<typeof contentFields>
