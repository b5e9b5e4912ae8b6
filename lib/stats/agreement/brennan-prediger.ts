import { undefinedBy } from '../estimate'
import { chanceCorrected, type Coefficient } from './coefficient'
import { observedAgreement } from './observed-agreement'
import { sumOfWeights } from './weighted-chance'

/**
 * Brennan and Prediger's coefficient, at most 1: chance gives every category of the scale alike. Ratings may be missing.
 * Undefined on a scale of one category.
 * Source: Brennan & Prediger 1981; with weights Gwet 2014, eq. 3.8: p_e = T_w / q².
 */
export const brennanPrediger: Coefficient = (patterns, weights) => {
  const observed = observedAgreement(patterns, weights)
  const byChance = sumOfWeights(weights) / weights.length ** 2
  return (sample) => (weights.length < 2 ? undefinedBy('one-category') : chanceCorrected(observed(sample), byChance))
}
