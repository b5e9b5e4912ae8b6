import { undefinedBy, type Estimate } from '@/lib/stats/estimate'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { GroupScores, Scored } from '../evaluation'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { GroupSums, Replicate } from './tally-sample'

/**
 * A group's measures with their intervals, in each of the contests that its columns hold one after the other. `facet`: which one
 * it is a group of; null for all items.
 */
export function measured<Column extends string>(
  plan: TallyPlan<Column>,
  { items, sums }: GroupSums,
  { facet, replicate, resamples, confidence }: { facet: string | null; replicate: Replicate; resamples: number; confidence: number },
): GroupScores[] {
  const width = plan.columns.length
  const contests = Array.from({ length: sums.length / width }, (_, nth) => [nth * width, (nth + 1) * width] as const)
  const drawn = new Float64Array(sums.length)
  const drawnBy = contests.map(([from, to]) => sumsBy(plan.columns, drawn.subarray(from, to)))
  const found = contests.map(([from, to]) => {
    const sum = sumsBy(plan.columns, sums.subarray(from, to))
    const values = plan.measures.map(({ name, of }) => (meansNothing(plan, facet, name) ? undefinedBy(chosenByLabel) : of(sum)))
    return { values, counts: Object.fromEntries(plan.told(sum).map((column) => [column, sum(column)])), replicates: values.map((): (number | null)[] => []) }
  })
  for (let nth = 0; nth < resamples; nth++) {
    replicate(nth, drawn)
    for (const [contest, { values, replicates }] of found.entries())
      plan.measures.forEach(({ of }, measure) => values[measure]!.value !== null && replicates[measure]!.push(of(drawnBy[contest]!).value))
  }
  return found.map(({ values, counts, replicates }) => ({
    items,
    counts,
    measures: Object.fromEntries(plan.measures.map(({ name }, nth) => [name, withInterval(values[nth]!, replicates[nth]!, { confidence, items })])),
  }))
}

export const chosenByLabel = 'chosen-by-label'

export const meansNothing = <Column extends string>({ byLabel }: TallyPlan<Column>, facet: string | null, measure: string): boolean =>
  facet !== null && Object.hasOwn(byLabel, facet) && byLabel[facet]!.without.includes(measure)

/** Whether it is a label that makes the facet's groups, so that what is in them is known to nobody who may not have it. */
export const isOfLabels = <Column extends string>({ byLabel }: TallyPlan<Column>, facet: string | null): boolean => facet !== null && Object.hasOwn(byLabel, facet)

export function withInterval({ value, reason }: Estimate, replicates: readonly (number | null)[], { confidence, items }: { confidence: number; items: number }): Scored {
  const interval = value === null ? null : percentileInterval(replicates, confidence, items)
  return { value, reason, low: interval?.low ?? null, high: interval?.high ?? null }
}
