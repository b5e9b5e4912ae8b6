import { z } from 'zod'

/** A text that is kept exactly as it came; what PostgreSQL cannot hold (lone surrogates, U+0000) is refused. */
export const storable = z
  .string()
  .min(1, 'text-empty')
  .max(200_000, 'text-too-long')
  .refine((text) => text.isWellFormed() && !text.includes('\0'), 'text-not-storable')
  .refine((text) => text.trim() !== '', 'text-empty')
