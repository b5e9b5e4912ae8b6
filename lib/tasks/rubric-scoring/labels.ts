import { countsByPoints } from '../rubric/counts-by-points'
import type { Content } from './content'
import type { Judgment } from './judgment'

/**
 * The classes of a verdict: by these releases are balanced, divided and counted. Of the rubric in force alone: a verdict that a later
 * rubric left as it was may hold labels of criteria that are gone. Where signed points count nothing is a violation: what is negative
 * costs its points.
 */
export function labels({ labels: said }: Judgment, { content: { rubric } }: { content: Pick<Content, 'rubric'> }): Record<string, readonly string[]> {
  const criteria = new Set(rubric.criteria.map(({ id }) => id))
  const inForce = new Set(said.flatMap(({ criterion, label }) => (criteria.has(criterion) ? [label] : [])))
  return {
    safety: countsByPoints(rubric) ? [] : [inForce.has('violated') ? 'violated' : 'not-violated'],
    label: [...inForce].sort(),
  }
}
