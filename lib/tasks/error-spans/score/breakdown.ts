import { undefinedBy, type Estimate } from '@/lib/stats/estimate'
import { measuresOf, type MeasureName, type Measures, type Undefined } from './measures'
import type { Outcome } from './outcomes'

export type GroupMeasures = {
  counts: Measures['counts']
  values: Record<MeasureName, Estimate<Undefined | 'chosen-by-label'>>
}
export type Breakdown = Record<string, Record<string, GroupMeasures>>

/** What needs correct texts to mean anything; a group chosen by its error has none. */
const needsCorrect = [
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
  const facetNames = new Set(outcomes.flatMap(({ facets }) => Object.keys(facets)))
  const byType = !facetNames.has('type')
  const groups = new Map<string, Map<string, Outcome[]>>()
  const add = (name: string, values: Iterable<string>, outcome: Outcome) => {
    for (const value of values) membersOf(groups, name, value).push(outcome)
  }
  for (const outcome of outcomes) {
    for (const name of Object.keys(outcome.facets)) add(name, new Set(outcome.facets[name]), outcome)
    if (byType) add('type', new Set(outcome.goldSpans.flatMap(({ type }) => type ?? [])), outcome)
  }
  const measured = (name: string, members: Outcome[]) =>
    byType && name === 'type' ? withoutCorrect(measuresOf(members)) : measuresOf(members)
  return Object.fromEntries(
    sorted(groups).map(([name, byValue]) => [
      name,
      Object.fromEntries(sorted(byValue).map(([value, members]) => [value, measured(name, members)])),
    ]),
  )
}

function membersOf(groups: Map<string, Map<string, Outcome[]>>, name: string, value: string): Outcome[] {
  const byValue = groups.get(name) ?? new Map<string, Outcome[]>()
  const members = byValue.get(value) ?? []
  groups.set(name, byValue.set(value, members))
  return members
}

const sorted = <T>(map: Map<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1))

const withoutCorrect = ({ counts, values }: Measures): GroupMeasures => ({
  counts,
  values: { ...values, ...Object.fromEntries(needsCorrect.map((name) => [name, undefinedBy('chosen-by-label')])) },
})
