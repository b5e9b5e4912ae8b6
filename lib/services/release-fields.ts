import { z } from 'zod'
import { recipeSchema } from '@/lib/releases/recipe'
import { plainLine } from './plain-line'

/** What an admin writes of a release that is being composed. */
export const releaseFields = z.strictObject({
  title: plainLine(200, 1),
  recipe: recipeSchema,
  /** Whether everybody who is signed in may have it, or only the study's researchers. */
  public: z.boolean(),
  /** What is new, in the words of whoever freezes it. */
  notes: z.string().trim().max(20_000),
})
export const releaseInput = z.object({ releaseId: z.uuid() })
