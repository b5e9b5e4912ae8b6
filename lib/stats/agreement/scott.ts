import { undefinedBy } from '../estimate'
import { chanceCorrected, type Coefficient } from './coefficient'
import { pairShares } from './pair-shares'
import { weightedChance } from './weighted-chance'

/**
 * Scott's π of exactly two raters, in [-1, 1]: chance is that both draw from the shares that the two have together. Only
 * items that both rated count. Undefined when only one category occurs.
 * Source: Scott 1955; with weights Gwet 2014, eq. 3.3: p_e = Σ_kl w_kl π_k π_l, π the mean of the two raters' shares.
 */
export const scott: Coefficient = (patterns, weights) => {
  const pairs = pairShares(patterns, weights)
  return (sample) => {
    if (patterns.raters !== 2) return undefinedBy('not-two-raters')
    const found = pairs(sample)
    if (!found) return undefinedBy('no-pairs')
    const pi = found.first.map((share, k) => (share + found.second[k]!) / 2)
    return chanceCorrected(found.agreement, weightedChance(weights, pi, pi))
  }
}
