import { byName } from '../by-name'
import type { Coarse, GroupScores, Scores } from '../evaluation'
import { stepsToldOf } from '../told-steps'
import { bearingOf } from './tally-bearing'
import { chosenByLabel, meansNothing } from './tally-measures'
import { sumsBy, type TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

/**
 * A group's measures as they may be told where labels are hidden: of sums, where `smallest` items bear them.
 * `from`: where the contest's columns begin.
 */
export function blurred<Column extends string>(
  plan: TallyPlan<Column>,
  { items, sums, largest }: GroupSums,
  { facet, from, ...coarse }: Coarse & { facet: string; from: number },
): GroupScores | null {
  const sum = sumsBy(plan.columns, sums.subarray(from, from + plan.columns.length))
  const values = plan.measures.map(({ name, of, over }) => [name, { value: of(sum).value, bearing: bearingOf(plan, over, { sums, largest }, from) }] as const)
  return blurredValues(plan, { items, values: Object.fromEntries(values) }, { facet, ...coarse })
}

/** Put with the others, or counted as too small: but how many groups a label makes is itself told by labels. */
export function putTold<Column extends string>({ byLabel }: TallyPlan<Column>, scores: Scores, { facet, value }: { facet: string; value: string }, told: GroupScores | null): void {
  if (told) (scores.by[facet] ??= byName())[value] = told
  else if (byLabel?.facet !== facet) scores.tooSmall += 1
}

/**
 * In steps, and only what enough items bear; null where nothing is left to tell. How many items a group has is told in whole
 * `smallest`: of an error type it is the count of a label.
 */
export function blurredValues<Column extends string>(
  plan: TallyPlan<Column>,
  { items, values }: { items: number; values: Record<string, { value: number | null; bearing: number }> },
  { facet, smallest, step }: Coarse & { facet: string },
): GroupScores | null {
  const told = plan.measures.map(({ name }) => {
    const { value, bearing } = values[name]!
    const isNothing = meansNothing(plan, facet, name)
    const isTold = !isNothing && value !== null && bearing >= smallest
    // Rounded as a whole number of steps, so that 0.15 is 0.15; never finer than a whole split of so many items would be told.
    const steps = Math.min(1 / step, stepsToldOf(bearing))
    // Why a measure has no value would tell of labels: that nothing in a group is erroneous is the label of all that is in it.
    const reason = isNothing ? chosenByLabel : isTold ? null : 'too-few'
    return [name, { value: isTold ? Math.round(value * steps) / steps : null, reason, low: null, high: null }] as const
  })
  return told.every(([, { value }]) => value === null) ? null : { items: Math.floor(items / smallest) * smallest, counts: {}, measures: Object.fromEntries(told) }
}
