import type { ConfidenceInterval } from './interval'
import { normalQuantile } from './normal-quantile'

/**
 * Interval for a proportion of `successes` in `trials`: the proportions that a score test would not reject. Inside [0, 1],
 * of some width even at 0 or all successes; null without trials.
 * Source: Wilson 1927; Brown, Cai & DasGupta 2001, eq. 4. O(1).
 */
export function wilson(successes: number, trials: number, confidence: number): ConfidenceInterval | null {
  if (trials === 0) return null
  const z = normalQuantile((1 + confidence) / 2)
  const share = successes / trials
  const centre = (share + z ** 2 / (2 * trials)) / (1 + z ** 2 / trials)
  const half = (z / (1 + z ** 2 / trials)) * Math.sqrt((share * (1 - share)) / trials + z ** 2 / (4 * trials ** 2))
  // At the ends the bound is 0 or 1 exactly; rounding may miss it by an ulp.
  const low = successes === 0 ? 0 : Math.max(0, centre - half)
  const high = successes === trials ? 1 : Math.min(1, centre + half)
  return { low, high, confidence, method: 'wilson' }
}
