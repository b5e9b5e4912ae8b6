/** Which items of a study are meant: by the table of items, by a batch that is to be opened, by a withdrawal. */
import { z } from 'zod'
import { stages } from '@/lib/workflow/stage'

const word = z.string().trim().min(1).max(500)

export const itemFilter = z.strictObject({
  /** Part of the text or of the external id, whatever its case. */
  search: word.optional(),
  stage: z.enum(stages).optional(),
  batch: z.uuid().optional(),
  language: word.optional(),
  specialty: word.optional(),
  source: word.optional(),
  import: z.uuid().optional(),
  /** `name=value`: a tag that has this value, or holds it in its list. */
  tag: z
    .string()
    .regex(/^[^=]+=[^]+$/)
    .max(600)
    .optional(),
  /** `none`: closed without one. */
  verdict: z.enum(['consensus', 'adjudication', 'unusable', 'none']).optional(),
  /** `none`: being read, with readings left that nobody in the pool of their batch can take. */
  readers: z.enum(['none']).optional(),
})

