import { byName } from '../by-name'
import type { Coarse, GroupScores, Scores } from '../evaluation'
import { stepsToldOf } from '../told-steps'
import { bearingOf } from './tally-bearing'
import { chosenByLabel, isOfLabels, meansNothing } from './tally-measures'
import { sumsBy, type TallyMeasure, type TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

type Sums = Pick<GroupSums, 'sums' | 'largest'>

/**
 * A group's measures as they may be told where labels are hidden: of sums, where `smallest` items bear them. Whether a contestant says enough is
 * asked of the group where they can know what is in it, and of `all` where labels alone do: else it would be a question about these.
 * `from`: where the contest's columns begin.
 */
export function blurred<Column extends string>(
  plan: TallyPlan<Column>,
  { items, sums, largest }: GroupSums,
  { facet, from, all, ...coarse }: Coarse & { facet: string; from: number; all: Sums },
): GroupScores | null {
  const sum = sumsBy(plan.columns, sums.subarray(from, from + plan.columns.length))
  const ofLabels = isOfLabels(plan, facet)
  const values = plan.measures.map(({ name, of, over, said }) => {
    const [bearing, ofSaid] = [bearingOf(plan, over, { sums, largest }, from), bearingOf(plan, said, ofLabels ? all : { sums, largest }, from)]
    return [name, { value: of(sum).value, bearing: !ofLabels ? Math.min(bearing, ofSaid) : ofSaid < coarse.smallest ? 0 : bearing }] as const
  })
  return blurredValues(plan, { items, values: Object.fromEntries(values) }, { facet, ...coarse })
}

/** Put with the others, or counted as too small: but how many groups a label makes is itself told by labels. */
export function putTold<Column extends string>(plan: TallyPlan<Column>, scores: Scores, { facet, value }: { facet: string; value: string }, told: GroupScores | null): void {
  if (told) (scores.by[facet] ??= byName())[value] = told
  else if (!isOfLabels(plan, facet)) scores.tooSmall += 1
}

export const wholeOnly = 'whole-only'

/** What would let one item stand out of a group, or ask which items are in it. */
const isOfWhole = <Column extends string>(plan: TallyPlan<Column>, facet: string, { isMean = false, unbounded = false }: TallyMeasure<Column>): boolean =>
  unbounded || (!isMean && isOfLabels(plan, facet))

/**
 * In steps, and only what enough items bear; null where nothing is left to tell. How many items a group has is told in whole
 * `smallest`: of an error type it is the count of a label.
 */
export function blurredValues<Column extends string>(
  plan: TallyPlan<Column>,
  { items, values }: { items: number; values: Record<string, { value: number | null; bearing: number }> },
  { facet, smallest, step }: Coarse & { facet: string },
): GroupScores | null {
  const told = plan.measures.map((measure) => {
    const { value, bearing } = values[measure.name]!
    // Why a measure has no value would tell of labels: that nothing in a group is erroneous is the label of all that is in it.
    const reason = meansNothing(plan, facet, measure.name) ? chosenByLabel : isOfWhole(plan, facet, measure) ? wholeOnly : value === null || bearing < smallest ? 'too-few' : null
    // Rounded as a whole number of steps, so that 0.15 is 0.15; never finer than a whole split of so many items would be told.
    const rounded = (exact: number, steps = Math.min(1 / step, stepsToldOf(bearing))) => Math.round(exact * steps) / steps
    return [measure.name, { value: reason === null ? rounded(value!) : null, reason, low: null, high: null }] as const
  })
  return told.every(([, { value }]) => value === null) ? null : { items: Math.floor(items / smallest) * smallest, counts: {}, measures: Object.fromEntries(told) }
}
