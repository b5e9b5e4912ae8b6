import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import type { Estimate } from '@/lib/stats/estimate'
import { percentileInterval } from '@/lib/stats/percentile-interval'
import type { GroupScores, Scored } from '../evaluation'
import { sumsBy, type TallyPlan } from './tally-plan'

export type Counts = readonly number[]

/** Items of the same counts are interchangeable: each kind of counts once, and which of them an item has. */
export function kindsOfCounts(items: readonly Counts[]): { kinds: Counts[]; kindOf: Int32Array } {
  const known = new Map<string, number>()
  const kinds: Counts[] = []
  const kindOf = Int32Array.from(items, (counts) => {
    const key = counts.join()
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, kinds.length)
    kinds.push(counts)
    return kinds.length - 1
  })
  return { kinds, kindOf }
}

/** The columns' sums where kind `nth` occurs `times[nth]` times; written into `into`. */
export function sumUp(kinds: readonly Counts[], times: ArrayLike<number>, into: Float64Array): Float64Array {
  into.fill(0)
  kinds.forEach((counts, kind) => addTo(into, counts, times[kind]!))
  return into
}

export function addTo(sums: Float64Array, counts: Counts, times: number): void {
  if (times !== 0) for (let column = 0; column < counts.length; column++) sums[column]! += times * counts[column]!
}

/** Every measure of some items with its interval, items resampled. O(resamples · (items + kinds · columns)). */
export function measured<Column extends string>(plan: TallyPlan<Column>, items: readonly Counts[], { confidence, ...resampling }: Resampling & { confidence: number }): GroupScores {
  const { kinds, kindOf } = kindsOfCounts(items)
  const once = new Float64Array(kinds.length)
  for (const kind of kindOf) once[kind]! += 1
  const sums = new Float64Array(plan.columns.length)
  const sum = sumsBy(plan.columns, sums)
  sumUp(kinds, once, sums)
  const values = plan.measures.map(({ of }) => of(sum))
  const counts = Object.fromEntries(plan.told(sum).map((column) => [column, sum(column)]))
  const replicates = plan.measures.map((): (number | null)[] => [])
  bootstrap(kindOf, kinds.length, resampling, (times) => {
    sumUp(kinds, times, sums)
    plan.measures.forEach(({ of }, nth) => values[nth]!.value !== null && replicates[nth]!.push(of(sum).value))
  })
  return { items: items.length, counts, measures: Object.fromEntries(plan.measures.map(({ name }, nth) => [name, withInterval(values[nth]!, replicates[nth]!, confidence)])) }
}

export function withInterval({ value, reason }: Estimate, replicates: readonly (number | null)[], confidence: number): Scored {
  const interval = value === null ? null : percentileInterval(replicates, confidence)
  return { value, reason, low: interval?.low ?? null, high: interval?.high ?? null }
}
