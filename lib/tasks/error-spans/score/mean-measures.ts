import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { estimated, undefinedBy } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { countsOfKinds, kinds } from './kinds'
import { measureNames, measures, type Counts, type MeasureName, type Measured } from './measures'

export type MeanMeasures = {
  /** Items that at least one contestant did. */
  items: number
  /** Summed over contestants. */
  counts: Counts
  values: Record<MeasureName, Measured>
  intervals: Record<MeasureName, ConfidenceInterval | null>
}

/**
 * The mean over contestants (readers) of each measure, as the field's human baseline is: everyone counts the same, however
 * many items they did; whoever has no value in a measure is not in its mean. The interval resamples items, and in each
 * resample scores every contestant on those of the drawn items that they did.
 *
 * `contestants`: by contestant the kind of each item (`kinds.ts`), -1 where they did not do it; all over the same items in
 * the same order. Source: MedFact (arXiv 2509.12440), human evaluation. O(resamples · (items · contestants)).
 */
export function meanMeasures(
  contestants: readonly Int8Array[],
  { confidence, ...resampling }: Resampling & { confidence: number },
): MeanMeasures {
  const size = contestants[0]?.length ?? 0
  const all = new Float64Array(size).fill(1)
  const each = contestants.map((did) => kindCounts(did, all))
  const counts = countsOfKinds(sumOf(each))
  const values = byMeasure((name) => meanOf(each, name))
  const replicates = new Map(measureNames.map((name) => [name, [] as (number | null)[]]))
  bootstrap(Uint32Array.from({ length: size }, (_, nth) => nth), size, resampling, (drawn) => {
    const drawnEach = contestants.map((did) => kindCounts(did, drawn))
    for (const name of measureNames) replicates.get(name)!.push(meanOf(drawnEach, name).value)
  })
  const items = all.reduce((sum, _, nth) => sum + (contestants.some((did) => did[nth]! >= 0) ? 1 : 0), 0)
  return { items, counts, values, intervals: byMeasure((name) => percentileInterval(replicates.get(name)!, confidence)) }
}

function kindCounts(did: Int8Array, times: Float64Array): Float64Array {
  const counts = new Float64Array(kinds)
  for (let nth = 0; nth < did.length; nth++) if (did[nth]! >= 0) counts[did[nth]!]! += times[nth]!
  return counts
}

function sumOf(each: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(kinds)
  for (const counts of each) counts.forEach((count, kind) => (sum[kind]! += count))
  return sum
}

function meanOf(each: readonly Float64Array[], name: MeasureName): Measured {
  const found = each.map((counts) => measures[name](countsOfKinds(counts)))
  const defined = found.flatMap(({ value }) => value ?? [])
  if (defined.length === 0) return undefinedBy(found[0]?.reason ?? 'no-items')
  return estimated(defined.reduce((sum, value) => sum + value, 0) / defined.length)
}

const byMeasure = <T>(of: (name: MeasureName) => T) =>
  Object.fromEntries(measureNames.map((name) => [name, of(name)])) as Record<MeasureName, T>
