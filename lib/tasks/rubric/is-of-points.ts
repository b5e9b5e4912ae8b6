import type { Criterion } from './criterion'
import { inGroup } from './groups'
import { normalisedWeights } from './weights'

/**
 * Whether a study that counts by signed points could have written a rubric: there points decide what is a veto and what the others
 * weigh. False where a criterion has none. O(n log n).
 */
export function isOfPoints(criteria: readonly Criterion[]): boolean {
  if (criteria.some(({ group, points }) => points === null || (points < 0 ? group !== 'veto' : group !== 'main'))) return false
  const main = inGroup(criteria, 'main')
  const follow = normalisedWeights(main.map(({ points }) => ({ weight: points!, locked: false })))
  return typeof follow !== 'string' && main.every(({ weight }, nth) => weight === follow[nth])
}
