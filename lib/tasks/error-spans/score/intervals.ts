import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { countsOfKinds, kindOf, kinds } from './kinds'
import { measureNames, measures, type MeasureName } from './measures'
import type { Outcome } from './outcomes'

/**
 * A bootstrap interval of every measure, items resampled. Null where the measure is undefined in most resamples. Systems
 * scored on the same items in the same order with the same seed get the same resamples. O(resamples · items).
 */
export function intervalsOf(
  outcomes: readonly Outcome[],
  { confidence, ...resampling }: Resampling & { confidence: number },
): Record<MeasureName, ConfidenceInterval | null> {
  const replicates = measureNames.map((): (number | null)[] => [])
  bootstrap(Uint8Array.from(outcomes, kindOf), kinds, resampling, (drawn) => {
    const counts = countsOfKinds(drawn)
    measureNames.forEach((name, nth) => replicates[nth]!.push(measures[name](counts).value))
  })
  return Object.fromEntries(
    measureNames.map((name, nth) => [name, percentileInterval(replicates[nth]!, confidence)]),
  ) as Record<MeasureName, ConfidenceInterval | null>
}
