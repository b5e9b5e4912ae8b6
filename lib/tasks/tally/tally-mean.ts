import { bootstrap, type Resampling } from '@/lib/stats/bootstrap'
import { estimated, undefinedBy, type Estimate } from '@/lib/stats/estimate'
import type { GroupScores } from '../evaluation'
import { sumsBy, type TallyMeasure, type TallyPlan } from './tally-plan'
import { addTo, withInterval, type Counts } from './tally-sample'

/**
 * The mean over contestants (readers) of each measure: everyone counts the same, however many items they did; whoever has no
 * value in a measure is not in its mean. The interval resamples items, and an item brings all that was said of it. Null: the
 * contestant did not do the item. O(resamples · items · contestants · columns).
 */
export function meanOfTallies<Column extends string>(
  plan: TallyPlan<Column>,
  contestants: readonly (readonly (Counts | null)[])[],
  { confidence, ...resampling }: Resampling & { confidence: number },
): GroupScores {
  const size = contestants[0]?.length ?? 0
  const did = contestants.map((items) => items.flatMap((counts, item) => (counts ? [{ item, counts }] : [])))
  const each = did.map(() => new Float64Array(plan.columns.length))
  const sums = each.map((own) => sumsBy(plan.columns, own))
  const sumAll = (times: ArrayLike<number>) =>
    did.forEach((items, nth) => {
      const into = each[nth]!.fill(0)
      for (const { item, counts } of items) addTo(into, counts, times[item]!)
    })
  const meanOf = ({ of }: TallyMeasure<Column>): Estimate => {
    const found = sums.map((sum) => of(sum))
    const defined = found.flatMap(({ value }) => value ?? [])
    if (defined.length === 0) return undefinedBy(found[0]?.reason ?? 'no-items')
    return estimated(defined.reduce((sum, value) => sum + value, 0) / defined.length)
  }
  sumAll(new Float64Array(size).fill(1))
  const values = plan.measures.map(meanOf)
  const together = (column: Column) => sums.reduce((all, sum) => all + sum(column), 0)
  const counts = Object.fromEntries(plan.told(together).map((column) => [column, together(column)]))
  const replicates = plan.measures.map((): (number | null)[] => [])
  bootstrap(Uint32Array.from({ length: size }, (_, nth) => nth), size, resampling, (times) => {
    sumAll(times)
    plan.measures.forEach((measure, nth) => replicates[nth]!.push(meanOf(measure).value))
  })
  const items = new Set(did.flatMap((own) => own.map(({ item }) => item))).size
  return { items, counts, measures: Object.fromEntries(plan.measures.map(({ name }, nth) => [name, withInterval(values[nth]!, replicates[nth]!, confidence)])) }
}
