import type { Estimate } from '@/lib/stats/estimate'
import type { Mark, MeasureInfo } from '../evaluation'
import type { Tally } from './tally'

/** The sum of a column over items. */
export type SumOf<Column extends string> = (column: Column) => number

export type TallyMeasure<Column extends string> = MeasureInfo & {
  of: (sum: SumOf<Column>) => Estimate
  /** The columns that it divides by. */
  over: readonly Column[]
}

/** What a task counts, and the measures that are functions of the sums. */
export type TallyPlan<Column extends string> = {
  columns: readonly Column[]
  /** What stands between an item's mark and the next where they are kept, and what a mark says; null where it was not done. */
  between: '' | ','
  read: (mark: Mark) => Tally | null
  /** Columns whose sums are shown as they are. */
  told: (sum: SumOf<Column>) => readonly Column[]
  measures: readonly TallyMeasure<Column>[]
  /** The facet that parts go under; null where tallies have none. */
  partsAs: string | null
  /** The facet whose groups are chosen by what the verdict says, and the measures that then mean nothing; null where there is none. */
  byLabel: { facet: string; without: readonly string[] } | null
}

export const sumsBy = <Column extends string>(columns: readonly Column[], sums: ArrayLike<number>): SumOf<Column> => {
  const place = new Map(columns.map((column, nth) => [column, nth]))
  return (column) => sums[place.get(column)!] ?? 0
}
