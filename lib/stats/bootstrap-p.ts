/**
 * Two-sided achieved significance of a difference from its bootstrap replicates: twice the share of replicates on the
 * other side of zero, `2 · min(#(d <= 0), #(d >= 0))` of all, each count plus one, so that no finite number of replicates
 * claims impossibility. In (0, 1]; 1 where all replicates are 0. Undefined replicates (null) are left out; null when none is
 * left.
 * Source: Efron & Tibshirani 1993, chapter 15, by inverting the percentile interval; the plus one after Davison & Hinkley
 * 1997, eq. 4.11. O(n).
 */
export function bootstrapP(differences: readonly (number | null)[]): number | null {
  const defined = differences.filter((value) => value !== null)
  if (defined.length === 0) return null
  const atMost = defined.filter((value) => value <= 0).length
  const atLeast = defined.filter((value) => value >= 0).length
  return Math.min(1, (2 * (Math.min(atMost, atLeast) + 1)) / (defined.length + 1))
}
