import type { Estimate } from '@/lib/stats/estimate'
import type { Mark, MeasureInfo } from '../evaluation'
import type { Tally } from './tally'

/** The sum of a column over items. */
export type SumOf<Column extends string> = (column: Column) => number

/**
 * What counts, by the sum of columns, and the most that one item can be of it, whatever is true of it and whatever is said: `times` as much
 * where the items' weight stands in other numbers. `less`: what labels may take away of what is said; it is counted in whole forties,
 * so that whether enough remains is no question about a single label.
 */
export type Over<Column extends string> = { sum: readonly Column[]; most: Column; less?: Column; times?: number }

export type TallyMeasure<Column extends string> = MeasureInfo & {
  of: (sum: SumOf<Column>) => Estimate
  /** What it divides by at least, as far as that is true of the items whatever a contestant says; or else is said whatever is true. Never both at once. */
  over: readonly Over<Column>[]
  /** What a contestant chose to say, whatever is true. Whoever says one thing of a few items and another of all the rest asks about these few. */
  said: readonly Over<Column>[]
  /** Whether it is a mean over what it divides by, whatever is said, each item being between none and all of its part: only so is it told of groups that labels make. */
  isMean?: boolean
  /** Whether it can be more than 1. Of groups it is told to nobody who may not have the labels. */
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
  /** The facets of which an item's value is its label, and the measures that mean nothing of such groups. */
  byLabel: Readonly<Record<string, { without: readonly string[] }>>
}

export const sumsBy = <Column extends string>(columns: readonly Column[], sums: ArrayLike<number>): SumOf<Column> => {
  const place = new Map(columns.map((column, nth) => [column, nth]))
  return (column) => sums[place.get(column)!] ?? 0
}
