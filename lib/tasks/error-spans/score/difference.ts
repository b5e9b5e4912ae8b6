import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { bootstrapP } from '@/lib/stats/bootstrap-p'
import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import { countsOfKinds, kindOf, kinds } from './kinds'
import { countsOf, measures, type MeasureName, type Undefined } from './measures'
import type { Outcome } from './outcomes'

export type PairedDifference = {
  /** The measure of `a` minus that of `b`, in [-1, 1]. */
  difference: Estimate<Undefined>
  interval: ConfidenceInterval | null
  /** Two-sided; null when the difference is undefined. */
  p: number | null
}

/**
 * How much better `a` does than `b`, by the paired bootstrap: each resample draws items, and both are scored on the same
 * draw, so what makes an item hard for both cancels. Both must have an outcome for the same items, in any order; RangeError
 * otherwise, since a difference over other items would be a defect. Swapping the two negates the difference and keeps p.
 * Source: Efron & Tibshirani 1993; for F1 of systems on one test set, Koehn 2004. O(resamples · items).
 */
export function pairedDifference(
  a: readonly Outcome[],
  b: readonly Outcome[],
  measure: MeasureName,
  { confidence = 0.95, ...resampling }: Resampling & { confidence?: number },
): PairedDifference {
  const kindInB = new Map(b.map((outcome) => [outcome.id, kindOf(outcome)]))
  if (kindInB.size !== b.length || a.length !== b.length) throw new RangeError('the systems were scored on other items')
  const joint = Uint8Array.from(a, (outcome) => {
    const other = kindInB.get(outcome.id)
    if (other === undefined) throw new RangeError(`${outcome.id} was scored for one system only`)
    return kindOf(outcome) * kinds + other
  })
  const observed = [countsOf(a), countsOf(b)].map((counts) => measures[measure](counts))
  const lacking = observed.find(({ value }) => value === null)
  if (lacking?.reason) return { difference: undefinedBy(lacking.reason), interval: null, p: null }

  const replicates: (number | null)[] = []
  const [ofA, ofB] = [new Float64Array(kinds), new Float64Array(kinds)]
  bootstrap(joint, kinds * kinds, resampling, (drawn) => {
    ofA.fill(0)
    ofB.fill(0)
    drawn.forEach((times, both) => {
      const [inA, inB] = [Math.floor(both / kinds), both % kinds]
      ofA[inA] = ofA[inA]! + times
      ofB[inB] = ofB[inB]! + times
    })
    const [valueA, valueB] = [ofA, ofB].map((of) => measures[measure](countsOfKinds(of)).value)
    replicates.push(valueA == null || valueB == null ? null : valueA - valueB)
  })
  return {
    difference: estimated(observed[0]!.value! - observed[1]!.value!),
    interval: percentileInterval(replicates, confidence),
    p: bootstrapP(replicates),
  }
}
