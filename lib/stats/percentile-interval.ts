import type { ConfidenceInterval } from './interval'
import { quantile } from './quantile'

/**
 * The percentile interval of bootstrap replicates: their (1 - confidence)/2 and (1 + confidence)/2 quantiles. Replicates in
 * which the statistic was undefined (null) are left out; null when more than half of them were, since what is left would
 * then speak of other data than the sample. `items`: how many of those drawn from the statistic rests on; null below two, since one item is
 * drawn again and again as itself, which tells nothing of others.
 * Source: Efron & Tibshirani 1993, chapter 13, eq. 13.5. O(n log n) in the replicates.
 */
export function percentileInterval(
  replicates: readonly (number | null)[],
  confidence: number,
  items: number,
): ConfidenceInterval | null {
  if (items < 2) return null
  // Typed arrays sort their numbers as numbers, without a call a comparison.
  const defined = Float64Array.from(replicates.filter((value) => value !== null)).sort()
  if (defined.length === 0 || defined.length * 2 < replicates.length) return null
  const [low, high] = [(1 - confidence) / 2, (1 + confidence) / 2].map((p) => quantile(defined, p))
  return { low: low!, high: high!, confidence, method: 'bootstrap-percentile' }
}
