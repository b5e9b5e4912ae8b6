import type { Over, TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

/**
 * How many items bear a measure at least: no item is more than one in so many of anything that the measure divides by, nor of what the
 * contestant chose to say. 0 where one of these is nothing. `from`: where the contest's columns begin.
 */
export function bearingOf<Column extends string>({ columns }: TallyPlan<Column>, over: readonly Over<Column>[], { sums, largest }: Pick<GroupSums, 'sums' | 'largest'>, from: number): number {
  const at = (column: Column) => from + columns.indexOf(column)
  return Math.min(
    ...over.map((each) => {
      const { sum, most, times } = typeof each === 'string' ? { sum: each, most: each, times: 1 } : each
      const mostOfOne = largest[at(most)]!
      return mostOfOne > 0 ? (sums[at(sum)]! * times) / mostOfOne : 0
    }),
  )
}
