import type { Criterion } from '../rubric/criterion'
import { inGroup } from '../rubric/groups'
import { normalisedWeights } from '../rubric/weights'

/** The group that signed points put a criterion into: what must not be there is a veto. */
export const groupOfPoints = (points: number): 'main' | 'veto' => (points < 0 ? 'veto' : 'main')

/**
 * Criteria of a study that counts by signed points, with the groups and weights that follow from them: positive points weigh in
 * their proportions. A criterion without points yet stays where it is and weighs nothing. O(n log n).
 */
export function countedByPoints(criteria: readonly Criterion[]): Criterion[] {
  const grouped = criteria.map((one): Criterion => ({ ...one, group: one.points === null ? one.group : groupOfPoints(one.points), locked: false }))
  const weights = normalisedWeights(inGroup(grouped, 'main').map(({ points }) => ({ weight: Math.max(points ?? 0, 0), locked: false })))
  if (typeof weights === 'string') throw new Error(`no weight is locked, and yet: ${weights}`)
  let nth = 0
  return grouped.map((one) => ({ ...one, weight: one.group === 'main' ? weights[nth++]! : 0 }))
}
