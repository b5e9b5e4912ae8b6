import { chanceCorrected, type Coefficient, type Sample } from './coefficient'
import { observedAgreement } from './observed-agreement'
import type { Patterns } from './patterns'
import { weightedChance } from './weighted-chance'

/**
 * Conger's κ, at most 1: Cohen's κ for any number of raters. Chance is that two different raters each draw from their own
 * shares of the categories, averaged over the pairs of raters. A rater's shares are of all they rated; ratings may be missing.
 * Equal to Cohen's κ for two raters without missing ratings.
 * Source: Conger 1980; with weights and missing ratings Gwet 2014, eq. 2.15 and 3.5:
 * p_e = Σ_kl w_kl (p̄_k p̄_l - s²_kl / r), which is the mean over ordered pairs of raters g ≠ h of Σ_kl w_kl p_gk p_hl.
 * O(patterns · raters + raters · q²) a sample.
 */
export const conger: Coefficient = (patterns, weights) => {
  const observed = observedAgreement(patterns, weights)
  const ofRaters = raterShares(patterns)
  return (sample) => {
    // A resample can be without a rater; chance is then that of the others.
    const shares = ofRaters(sample).filter((share) => share !== null)
    const r = shares.length
    if (r < 2) return chanceCorrected(null, 0)
    const together = weights.map((_, k) => shares.reduce((sum, share) => sum + share[k]!, 0))
    const withThemselves = shares.reduce((sum, share) => sum + weightedChance(weights, share, share), 0)
    const byChance = (weightedChance(weights, together, together) - withThemselves) / (r * (r - 1))
    return chanceCorrected(observed(sample), byChance)
  }
}

function raterShares({ patterns, raters, categories }: Patterns): (sample: Sample) => (number[] | null)[] {
  return (sample) => {
    const counts = Array.from({ length: raters }, () => new Array<number>(categories).fill(0))
    patterns.forEach((pattern, nth) => {
      const times = sample[nth]!
      if (times > 0) pattern.raters.forEach((rater, at) => (counts[rater]![pattern.given[at]!]! += times))
    })
    return counts.map((of) => {
      const rated = of.reduce((sum, count) => sum + count, 0)
      return rated === 0 ? null : of.map((count) => count / rated)
    })
  }
}
