import type { Estimate } from '@/lib/stats/estimate'
import type { Mark, MeasureInfo } from '../evaluation'
import type { Tally } from './tally'

/** The sum of a column over items. */
export type SumOf<Column extends string> = (column: Column) => number

/** A column by its sum and the most that one item is of it; where the items' weight stands in another, `times` as much of the sum. */
export type Over<Column extends string> = Column | { sum: Column; most: Column; times: number }

export type TallyMeasure<Column extends string> = MeasureInfo & {
  of: (sum: SumOf<Column>) => Estimate
  /**
   * What bears it where labels are hidden: the columns it divides by, and those that count what a contestant chose to say, whatever
   * the labels are. Whoever says one thing of a few items and another of all the rest asks about these few.
   */
  over: readonly Over<Column>[]
  /** Whether it can be more than 1. */
  unbounded?: boolean
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
