import { z } from 'zod'
import { wholeWeight } from '../rubric/groups'

/** When drafting is good enough; fixed before the first review, like all that a study is judged by. */
export const stopRuleSchema = z.strictObject({
  leastPassRate: z.number().min(0).max(1),
  mostChange: z.number().min(0).max(1),
  rounds: z.int().min(1).max(20),
  leastReviewed: z.int().min(1).max(100_000),
  confidence: z.literal([0.9, 0.95, 0.99]),
})

/** Studies of before say how alike two wordings had to be. Opposites are alike, so the same words are asked for (`sameWording`) and it decides nothing. */
const withoutLikeness = (given: unknown): unknown => (typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given).filter(([name]) => name !== 'sameWording')) : given)

export const settingsSchema = z.preprocess(
  withoutLikeness,
  z.strictObject({
    /** What a criterion counts: weights in three groups, or HealthBench's signed points. */
    counting: z.enum(['weights', 'points']),
    /** Weights may lie this far apart, in millionths, before readers are said to differ. */
    weightTolerance: z.int().min(0).max(wholeWeight),
    stopRule: stopRuleSchema,
  }),
)
export type Settings = z.infer<typeof settingsSchema>
