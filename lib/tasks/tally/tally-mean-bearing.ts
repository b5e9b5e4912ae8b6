import { bearingOf } from './tally-bearing'
import type { TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

/**
 * How many items bear the mean of each measure over contestants, by contest: what one item can move of it, the other way round. An item
 * moves each of those who did it by one in as many as bear theirs, and the mean by one contestant's part of that; whoever has no value yet
 * could get one. In groups that labels make nobody is asked what they said (`ofLabels`). `items`: of the split; `did`: of each contestant.
 */
export const meanBearings =
  <Column extends string>(plan: TallyPlan<Column>, { items, ofLabels }: { items: number; ofLabels: boolean }, did: readonly { sums: Pick<GroupSums, 'sums' | 'largest'>; items: readonly number[] }[]) =>
  (contest: number): number[] =>
    plan.measures.map(({ over, said }) => {
      const moved = new Float64Array(items)
      let most = 0
      for (const { sums, items: own } of did) {
        const share = 1 / (did.length * Math.max(1, bearingOf(plan, ofLabels ? over : [...over, ...said], sums, contest * plan.columns.length)))
        for (const item of own) most = Math.max(most, (moved[item]! += share))
      }
      return most > 0 ? 1 / most : 0
    })
