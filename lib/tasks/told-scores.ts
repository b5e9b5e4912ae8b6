import type { DifferenceAndTold, GroupScores, Scored, Scores } from './evaluation'
import { noDifferenceTold, notTold } from './tally/tally-told'

type Kept = Scores & { told: Record<string, Scored> | null; leftOut?: Record<string, number> }
type Against = Record<string, Record<string, DifferenceAndTold>>

/**
 * What scores on hidden labels tell to those who may not have them, put together from what is told of each (`tally-told.ts`). A score is
 * a question about labels, so nothing is told of an answer to fewer than `smallest` items, or on a split of fewer; no count but of what is
 * missing; and of readers neither how many of their items could be scored exactly nor why others could not. Groups are coarse already.
 */
export function toldScores<Of extends Kept>(scores: Of, against: Against, { items, answered, smallest }: { items: number; answered: number; smallest: number }) {
  const isTold = scores.told !== null && Math.min(items, answered) >= smallest
  const group = (of: GroupScores): GroupScores => ({ ...of, items: Math.floor(of.items / smallest) * smallest })
  const { told, leftOut, counts, ...rest } = scores
  return {
    ...rest,
    items: scores.items === items ? items : Math.floor(scores.items / smallest) * smallest,
    counts: counts['missing'] === undefined ? {} : { missing: counts['missing'] },
    measures: mapped(scores.measures, (_, name) => (isTold ? (told![name] ?? notTold) : notTold)),
    by: isTold ? mapped(scores.by, (groups) => mapped(groups, group)) : {},
    against: isTold ? mapped(against, (measures) => mapped(measures, (difference) => difference.told ?? noDifferenceTold)) : {},
    ...(leftOut ? { leftOut: {} } : {}),
  }
}

const mapped = <From, To>(record: Readonly<Record<string, From>>, to: (value: From, name: string) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value, name)]))
