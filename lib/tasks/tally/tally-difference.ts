import { bootstrapP } from '@/lib/stats/bootstrap-p'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { Difference, DifferenceAndTold, Scoring } from '../evaluation'
import { bearingOf } from './tally-bearing'
import { toldDifference, toldMeasure } from './tally-told'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { GroupSums, Replicate } from './tally-sample'

/**
 * How much better one contestant does than another, in every measure asked for, by the paired bootstrap: each resample draws
 * items, and both are scored on the same draw, so what makes an item hard for both cancels. The columns hold the one and then the
 * other. Swapping the two negates the difference and keeps p. One item has neither interval nor p: drawn again and again it is itself.
 * Source: Efron & Tibshirani 1993; for F1 of systems on one test set, Koehn 2004.
 */
export function differencesOf<Column extends string>(
  plan: TallyPlan<Column>,
  asked: readonly string[],
  { items, sums, largest }: GroupSums,
  { replicate, resamples, confidence, coarse }: Omit<Scoring, 'seed'> & { replicate: Replicate },
): Record<string, DifferenceAndTold> {
  const width = plan.columns.length
  const drawn = Float64Array.from(sums)
  const [ofA, ofB] = [sumsBy(plan.columns, drawn.subarray(0, width)), sumsBy(plan.columns, drawn.subarray(width))]
  const measures = plan.measures.filter(({ name }) => asked.includes(name))
  const apart = ({ of }: (typeof measures)[number]): number | null => {
    const [inA, inB] = [of(ofA).value, of(ofB).value]
    return inA === null || inB === null ? null : inA - inB
  }
  const observed = measures.map(apart)
  const toldOf = ({ of, over, said, unbounded }: (typeof measures)[number], exact: Difference): Difference | null => {
    if (!coarse) return null
    const { smallest } = coarse
    const bearings = [0, width].map((from) => bearingOf(plan, [...over, ...said], { sums, largest }, from))
    const values = bearings.map((bearing, nth) => toldMeasure({ ...of(sumsBy(plan.columns, sums.subarray(nth * width, (nth + 1) * width))), low: null, high: null }, { bearing, smallest, unbounded }).value)
    return toldDifference(exact, [values[0]!, values[1]!], { bearing: Math.min(...bearings), smallest })
  }
  const replicates = measures.map((): (number | null)[] => [])
  for (let nth = 0; nth < resamples; nth++) {
    replicate(nth, drawn)
    measures.forEach((measure, at) => replicates[at]!.push(apart(measure)))
  }
  return Object.fromEntries(
    measures.map((measure, at): [string, DifferenceAndTold] => {
      const interval = observed[at] === null ? null : percentileInterval(replicates[at]!, confidence, items)
      const exact = { difference: observed[at]!, low: interval?.low ?? null, high: interval?.high ?? null, p: observed[at] === null || items < 2 ? null : bootstrapP(replicates[at]!) }
      return [measure.name, { ...exact, told: toldOf(measure, exact) }]
    }),
  )
}
