import { undefinedBy } from '../estimate'
import { categoryShares } from './category-shares'
import { chanceCorrected, type Coefficient } from './coefficient'
import { observedAgreement } from './observed-agreement'
import { sumOfWeights } from './weighted-chance'

/**
 * Gwet's AC1, AC2 with weights other than identity; at most 1. Chance is that a rating is given at random, which is likelier
 * the more evenly the categories are used: so it stays defined, and near the observed agreement, when nearly all ratings are
 * the same. Ratings may be missing. Undefined on a scale of one category.
 * Source: Gwet 2008; with weights and missing ratings Gwet 2014, eq. 4.2: p_e = T_w / (q (q-1)) · Σ_k π_k (1 - π_k).
 */
export const ac: Coefficient = (patterns, weights) => {
  const [observed, shares] = [observedAgreement(patterns, weights), categoryShares(patterns)]
  const q = weights.length
  const total = sumOfWeights(weights)
  return (sample) => {
    if (q < 2) return undefinedBy('one-category')
    const byChance = (total / (q * (q - 1))) * shares(sample).reduce((sum, pi) => sum + pi * (1 - pi), 0)
    return chanceCorrected(observed(sample), byChance)
  }
}
