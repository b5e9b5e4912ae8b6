import { z } from 'zod'
import { shareValue, type Triple } from './scores'

/** What decimals may miss as doubles: 1 + 0.14 is more than 1.14 there. */
const slack = 1e-9

/**
 * The settings of the scalar reward. Others are refused: an excellence worth a whole point (α >= 1), a cap below full
 * proficiency (β <= 0), or a penalty that full marks could pay (λ < 1 + β).
 */
export const rewardSettings = z
  .strictObject({ alpha: z.number().min(0).lt(1), beta: z.number().gt(0).max(100), lambda: z.number().max(1_000) })
  .refine(({ beta, lambda }) => lambda >= 1 + beta - slack, { path: ['lambda'], message: 'key:penalty-too-small' })
export type RewardSettings = z.infer<typeof rewardSettings>

/**
 * What templates begin with and protocols of before they said it go by. Provisional: the paper bounds α, β and λ and publishes no
 * values. A full set of five bonuses adds as much as half the proficiency.
 */
export const provisionalReward: RewardSettings = { alpha: 0.1, beta: 0.5, lambda: 1.5 }

/**
 * r = clip(S1 + α·S2, 0, 1 + β) − λ·S3. Undefined proficiency counts as 0. A response with a violation never gets more than
 * one without, whatever its other scores: at most 1 + β − λ <= 0, which rounding does not lift above 0.
 * Source: ProMedical (arXiv 2604.08326), reward for training.
 */
export const rewardOf = ({ s1, s2, s3 }: Triple, { alpha, beta, lambda }: RewardSettings): number =>
  Math.min(Math.max((shareValue(s1) ?? 0) + alpha * s2, 0), 1 + beta, lambda) - lambda * s3
