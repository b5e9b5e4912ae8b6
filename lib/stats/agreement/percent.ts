import { estimated, undefinedBy } from '../estimate'
import type { Coefficient } from './coefficient'
import { observedAgreement } from './observed-agreement'

/** Agreement with nothing taken off for chance, in [0, 1]; with weights, partial agreement counts in part. */
export const percent: Coefficient = (patterns, weights) => {
  const observed = observedAgreement(patterns, weights)
  return (sample) => {
    const value = observed(sample)
    return value === null ? undefinedBy('no-pairs') : estimated(value)
  }
}
