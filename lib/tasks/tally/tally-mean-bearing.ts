import { bearingOf } from './tally-bearing'
import type { TallyPlan } from './tally-plan'
import type { TallySample } from './tally-sample'

/**
 * How many items bear the mean of each measure over contestants: what one item can move of it, the other way round. An item moves each of
 * those who did it by one in as many as bear theirs, and the mean by one contestant's part of that; whoever has no value yet could get one.
 */
export function meanBearing<Column extends string>(
  plan: TallyPlan<Column>,
  sample: TallySample,
  did: readonly { group: number; items: readonly number[] }[],
  contest: number,
): number[] {
  const sums = did.map(({ group }) => sample.sumsOf(group))
  return plan.measures.map(({ over }) => {
    const moved = new Float64Array(sample.items)
    for (const [nth, { items }] of did.entries()) {
      const share = 1 / (did.length * Math.max(1, bearingOf(plan, over, sums[nth]!, contest * plan.columns.length)))
      for (const item of items) moved[item]! += share
    }
    const most = moved.reduce((max, each) => Math.max(max, each), 0)
    return most > 0 ? 1 / most : 0
  })
}
