import { categoryShares } from './category-shares'
import { chanceCorrected, type Coefficient } from './coefficient'
import { observedAgreement } from './observed-agreement'
import { weightedChance } from './weighted-chance'

/**
 * Fleiss' generalised κ, at most 1: chance is that every rating is drawn from the shares of the categories, whoever rates.
 * Any number of raters, other ones for each item, ratings may be missing. Undefined when only one category occurs.
 * Source: Fleiss 1971; with weights and missing ratings Gwet 2014, eq. 2.9 and 3.4: p_e = Σ_kl w_kl π_k π_l.
 */
export const fleiss: Coefficient = (patterns, weights) => {
  const [observed, shares] = [observedAgreement(patterns, weights), categoryShares(patterns)]
  return (sample) => {
    const pi = shares(sample)
    return chanceCorrected(observed(sample), weightedChance(weights, pi, pi))
  }
}
