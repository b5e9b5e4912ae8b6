import { undefinedBy, type Estimate } from '@/lib/stats/estimate'
import { byName } from '../../by-name'
import { FacetGroups } from '../../facet-groups'
import { facetsOfOutcome } from './facets-of-outcome'
import { measuresOf, type MeasureName, type Measures, type Undefined } from './measures'
import type { Outcome } from './outcomes'

export type GroupMeasures = {
  counts: Measures['counts']
  values: Record<MeasureName, Estimate<Undefined | 'chosen-by-label'>>
}
export type Breakdown = Record<string, Record<string, GroupMeasures>>

/** What needs correct texts to mean anything; a group chosen by its error has none. */
export const needsCorrect = [
  'veracity.precision',
  'veracity.f1',
  'veracity.accuracy',
  'localisation.precision',
  'localisation.f1',
  'overCriticism',
] as const

/**
 * The measures by every facet's every value, and by error type under `type`; names and values in code-unit order. An item
 * with several values or types counts under each, one without a facet under none of its values. Under `type` stand
 * erroneous items only: recall is what it says, the rest is undefined. A facet that is itself called `type` hides the types.
 */
export function breakdownOf(outcomes: readonly Outcome[]): Breakdown {
  const byType = !outcomes.some(({ facets }) => 'type' in facets)
  const groups = new FacetGroups(Infinity)
  for (const outcome of outcomes) groups.add(byType ? facetsOfOutcome(outcome) : outcome.facets)
  const by: Breakdown = byName()
  for (const { facet, value, members } of groups.groups()) {
    const measured = measuresOf(members.map((nth) => outcomes[nth]!))
    ;(by[facet] ??= byName())[value] = byType && facet === 'type' ? withoutCorrect(measured) : measured
  }
  return by
}

const withoutCorrect = ({ counts, values }: Measures): GroupMeasures => ({
  counts,
  values: { ...values, ...Object.fromEntries(needsCorrect.map((name) => [name, undefinedBy('chosen-by-label')])) },
})
