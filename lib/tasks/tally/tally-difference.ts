import type { Resampling } from '@/lib/stats/bootstrap'
import { bootstrapP } from '@/lib/stats/bootstrap-p'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { Difference } from '../evaluation'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { GroupSums, Replicate } from './tally-sample'

/**
 * How much better one contestant does than another, in every measure asked for, by the paired bootstrap: each resample draws
 * items, and both are scored on the same draw, so what makes an item hard for both cancels. The columns hold the one and then the
 * other. Swapping the two negates the difference and keeps p.
 * Source: Efron & Tibshirani 1993; for F1 of systems on one test set, Koehn 2004.
 */
export function differencesOf<Column extends string>(
  plan: TallyPlan<Column>,
  asked: readonly string[],
  { sums }: GroupSums,
  { replicate, resamples, confidence }: Pick<Resampling, 'resamples'> & { replicate: Replicate; confidence: number },
): Record<string, Difference> {
  const width = plan.columns.length
  const drawn = Float64Array.from(sums)
  const [ofA, ofB] = [sumsBy(plan.columns, drawn.subarray(0, width)), sumsBy(plan.columns, drawn.subarray(width))]
  const measures = plan.measures.filter(({ name }) => asked.includes(name))
  const apart = ({ of }: (typeof measures)[number]): number | null => {
    const [inA, inB] = [of(ofA).value, of(ofB).value]
    return inA === null || inB === null ? null : inA - inB
  }
  const observed = measures.map(apart)
  const replicates = measures.map((): (number | null)[] => [])
  for (let nth = 0; nth < resamples; nth++) {
    replicate(nth, drawn)
    measures.forEach((measure, at) => replicates[at]!.push(apart(measure)))
  }
  return Object.fromEntries(
    measures.map(({ name }, at): [string, Difference] => {
      if (observed[at] === null) return [name, { difference: null, low: null, high: null, p: null }]
      const interval = percentileInterval(replicates[at]!, confidence)
      return [name, { difference: observed[at]!, low: interval?.low ?? null, high: interval?.high ?? null, p: bootstrapP(replicates[at]!) }]
    }),
  )
}
