import type { Coarse, GroupScores } from '../evaluation'
import { sumsBy, type TallyPlan } from './tally-plan'
import { sumUp, type Counts } from './tally-sample'

/**
 * A group's measures as they may be told where labels are hidden: in steps, and only where no item is more than one in
 * `smallest` of anything that the measure divides by, which takes at least so many items; null where nothing is left to tell.
 */
export function blurred<Column extends string>({ columns, measures }: TallyPlan<Column>, items: readonly Counts[], { smallest, step }: Coarse): GroupScores | null {
  const sums = sumUp(items, new Float64Array(items.length).fill(1), new Float64Array(columns.length))
  const sum = sumsBy(columns, sums)
  const bears = (column: Column) => {
    const at = columns.indexOf(column)
    const largest = items.reduce((most, counts) => Math.max(most, counts[at] ?? 0), 0)
    return largest > 0 && sums[at]! >= smallest * largest
  }
  // Rounded as a whole number of steps, so that 0.15 is 0.15.
  const steps = 1 / step
  const told = measures.map(({ name, of, over }) => {
    const { value } = over.every(bears) ? of(sum) : { value: null }
    return [name, { value: value === null ? null : Math.round(value * steps) / steps, reason: value === null ? 'too-few' : null, low: null, high: null }] as const
  })
  return told.every(([, { value }]) => value === null) ? null : { items: items.length, counts: {}, measures: Object.fromEntries(told) }
}
