import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { countsOfKinds, kindOf, kinds } from './kinds'
import { countsOf, measureNames, measures, type Counts, type MeasureName } from './measures'
import type { ScoredReader } from './readers'

export type BaselineMeasure = {
  /** Mean over the readers for whom the measure is defined. */
  mean: Estimate<'no-reader'>
  /** How many readers that is. */
  readers: number
  interval: ConfidenceInterval | null
}

/**
 * The human baseline: the unweighted mean of the readers' own measures, as MedFact defines it, with a bootstrap interval.
 * Items are resampled, and an item brings all its readings with it, since readings of one item are not independent; the
 * readers stay who they are, so the interval speaks of these readers on other items. O(resamples · (items + readings)).
 */
export function humanBaseline(
  readers: readonly ScoredReader[],
  { confidence, ...resampling }: Resampling & { confidence: number },
): Record<MeasureName, BaselineMeasure> {
  const itemOf = new Map<string, number>()
  for (const { outcomes } of readers) for (const { id } of outcomes) if (!itemOf.has(id)) itemOf.set(id, itemOf.size)
  const read = readers.map(({ outcomes }) => ({
    items: Int32Array.from(outcomes, ({ id }) => itemOf.get(id)!),
    kinds: Uint8Array.from(outcomes, kindOf),
  }))
  const replicates = measureNames.map((): (number | null)[] => [])
  bootstrap(Int32Array.from(itemOf.values()), itemOf.size, resampling, (drawn) => {
    const counts = read.map((of) => {
      const ofKinds = new Float64Array(kinds)
      of.items.forEach((item, nth) => (ofKinds[of.kinds[nth]!] = ofKinds[of.kinds[nth]!]! + drawn[item]!))
      return countsOfKinds(ofKinds)
    })
    measureNames.forEach((name, nth) => replicates[nth]!.push(meanOf(name, counts).mean.value))
  })
  const counts = readers.map(({ outcomes }) => countsOf(outcomes))
  return Object.fromEntries(
    measureNames.map((name, nth) => [
      name,
      { ...meanOf(name, counts), interval: percentileInterval(replicates[nth]!, confidence) },
    ]),
  ) as Record<MeasureName, BaselineMeasure>
}

function meanOf(name: MeasureName, counts: readonly Counts[]): Pick<BaselineMeasure, 'mean' | 'readers'> {
  const values = counts.flatMap((each) => measures[name](each).value ?? [])
  const mean = values.length
    ? estimated(values.reduce((sum, value) => sum + value, 0) / values.length)
    : undefinedBy('no-reader')
  return { mean, readers: values.length }
}
