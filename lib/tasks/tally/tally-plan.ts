import type { Estimate } from '@/lib/stats/estimate'
import type { MeasureInfo } from '../evaluation'

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
  /** Columns whose sums are shown as they are. */
  told: (sum: SumOf<Column>) => readonly Column[]
  measures: readonly TallyMeasure<Column>[]
  /** The facet that parts go under; null where tallies have none. */
  partsAs: string | null
}

export const sumsBy = <Column extends string>(columns: readonly Column[], sums: ArrayLike<number>): SumOf<Column> => {
  const place = new Map(columns.map((column, nth) => [column, nth]))
  return (column) => sums[place.get(column)!] ?? 0
}
