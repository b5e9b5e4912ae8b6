import type { Difference, GroupScores, Scored, Scores } from './evaluation'

type Compared = { against: Record<string, Record<string, Difference>> }

/** The p values that are told, each as "at most". */
const levels = [0.01, 0.05, 0.1, 0.5, 1]

/** Into how many steps a share of so many hidden items is told. */
export const stepsToldOf = (items: number): number => Math.max(1, Math.floor(2 * Math.sqrt(items)))

/**
 * What scores on hidden labels tell to those who may not have them. A score is a question about labels, so nothing is told of an answer to
 * fewer than `smallest` items, or on a split of fewer; of others no count, and values in steps of half the standard error that a share has
 * at most (0.5/√n), intervals outward. Why a value is missing would tell of labels too. Groups are coarse already; their sizes go by `smallest`.
 */
export function toldScores<Kept extends Scores & Compared>(scores: Kept, { items, answered, smallest }: { items: number; answered: number; smallest: number }): Kept {
  const isTold = Math.min(items, answered) >= smallest
  const steps = stepsToldOf(items)
  const stepped = (value: number | null, round: (steps: number) => number) => (value === null ? null : round(value * steps) / steps)
  const measure = ({ value, low, high }: Scored): Scored =>
    isTold && value !== null
      ? { value: stepped(value, Math.round), reason: null, low: stepped(low, Math.floor), high: stepped(high, Math.ceil) }
      : { value: null, reason: 'too-few', low: null, high: null }
  const difference = ({ difference, low, high, p }: Difference): Difference => ({
    difference: stepped(difference, Math.round),
    low: stepped(low, Math.floor),
    high: stepped(high, Math.ceil),
    p: p === null ? null : (levels.find((level) => p <= level) ?? 1),
  })
  const group = (of: GroupScores): GroupScores => ({ ...of, items: Math.floor(of.items / smallest) * smallest })
  const { missing } = scores.counts
  return {
    ...scores,
    counts: missing === undefined ? {} : { missing },
    measures: mapped(scores.measures, measure),
    by: isTold ? mapped(scores.by, (groups) => mapped(groups, group)) : {},
    against: isTold ? mapped(scores.against, (measures) => mapped(measures, difference)) : {},
  }
}

const mapped = <From, To>(record: Readonly<Record<string, From>>, to: (value: From) => To): Record<string, To> =>
  Object.fromEntries(Object.entries(record).map(([name, value]) => [name, to(value)]))
