import { undefinedBy } from '../estimate'
import { chanceCorrected, type Coefficient } from './coefficient'
import { pairShares } from './pair-shares'
import { weightedChance } from './weighted-chance'

/**
 * Cohen's κ of exactly two raters, in [-1, 1]: chance is that each draws from their own shares of the categories. Only items
 * that both rated count. Undefined when both use one and the same category alone.
 * Source: Cohen 1960; weighted Cohen 1968: p_e = Σ_kl w_kl p_k. p_.l.
 */
export const cohen: Coefficient = (patterns, weights) => {
  const pairs = pairShares(patterns, weights)
  return (sample) => {
    if (patterns.raters !== 2) return undefinedBy('not-two-raters')
    const found = pairs(sample)
    if (!found) return undefinedBy('no-pairs')
    return chanceCorrected(found.agreement, weightedChance(weights, found.first, found.second))
  }
}
