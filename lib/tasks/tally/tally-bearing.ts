import type { Over, TallyPlan } from './tally-plan'
import type { GroupSums } from './tally-sample'

/** In whole numbers of so many is told how many labels there are. */
const whole = 40

/**
 * How many items bear a measure at least: no item is, or with another label would be, more than one in so many of any of these. 0 where one
 * of them is nothing. `from`: where the contest's columns begin.
 */
export function bearingOf<Column extends string>({ columns }: TallyPlan<Column>, over: readonly Over<Column>[], { sums, largest }: Pick<GroupSums, 'sums' | 'largest'>, from: number): number {
  const at = (column: Column) => from + columns.indexOf(column)
  return Math.min(
    ...over.map(({ sum, most, less, times = 1 }) => {
      const mostOfOne = largest[at(most)]!
      const all = sum.reduce((total, column) => total + sums[at(column)]!, 0) * times
      const without = less ? Math.ceil(sums[at(less)]! / whole) * whole : 0
      return mostOfOne > 0 ? Math.max(0, all - without) / mostOfOne : 0
    }),
  )
}
