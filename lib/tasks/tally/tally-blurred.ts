import type { Coarse, GroupScores } from '../evaluation'
import { chosenByLabel, meansNothing } from './tally-measures'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

/**
 * A group's measures as they may be told where labels are hidden: in steps, and only where no item is more than one in
 * `smallest` of anything that the measure divides by, which takes at least so many items; null where nothing is left to tell. How many
 * items a group has is told in whole `smallest`: of an error type it is the count of a label.
 * `from`: where the contest's columns begin.
 */
export function blurred<Column extends string>(
  plan: TallyPlan<Column>,
  { items, sums, largest }: GroupSums,
  { facet, from, smallest, step }: Coarse & { facet: string; from: number },
): GroupScores | null {
  const sum = sumsBy(plan.columns, sums.subarray(from, from + plan.columns.length))
  const bears = (column: Column) => {
    const at = from + plan.columns.indexOf(column)
    return largest[at]! > 0 && sums[at]! >= smallest * largest[at]!
  }
  // Rounded as a whole number of steps, so that 0.15 is 0.15.
  const steps = 1 / step
  const told = plan.measures.map(({ name, of, over }) => {
    const isNothing = meansNothing(plan, facet, name)
    const { value } = !isNothing && over.every(bears) ? of(sum) : { value: null }
    // Why a measure has no value would tell of labels: that nothing in a group is erroneous is the label of all that is in it.
    const reason = isNothing ? chosenByLabel : value === null ? 'too-few' : null
    return [name, { value: value === null ? null : Math.round(value * steps) / steps, reason, low: null, high: null }] as const
  })
  return told.every(([, { value }]) => value === null) ? null : { items: Math.floor(items / smallest) * smallest, counts: {}, measures: Object.fromEntries(told) }
}
