import type { Facets } from '../../evaluation'
import type { Outcome } from './outcomes'

/** Error types stand among the facets, as `type`: an erroneous item counts under each of its types. A tag of that name hides them. */
export function facetsOfOutcome({ facets, goldSpans }: Pick<Outcome, 'facets' | 'goldSpans'>): Facets {
  if ('type' in facets) return facets
  const types = [...new Set(goldSpans.flatMap(({ type }) => type ?? []))]
  return types.length ? { ...facets, type: types } : facets
}
