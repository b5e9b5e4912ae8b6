import type { AgreementReason } from './agreement-reasons'

/** Agreement between the independent readers of a release's items, as the card and `agreement.json` show it. */
export type Interval = { low: number; high: number; confidence: number; method: string }

/** A measure, or the reason why it has no value: never NaN, never 0 in silence. */
export type Measure = {
  /** Code of the command line: `percent`, `alpha`, `span-f1`… */
  metric: string
  level: string | null
  /** What was compared: `veracity`, `spans`. */
  of: string
  value: number | null
  /** Null beside a value. */
  reason: AgreementReason | null
  interval: Interval | null
  items: number
  raters: number
  ratings: number
}

export type AgreementFacts = {
  /** What the measures are of: all items, those of the open splits, or, where every split is hidden, all of them in steps. */
  of: 'all' | 'open-splits' | 'hidden-in-steps'
  /** How many items have how many readings, ascending by readings. */
  readersPerItem: { readers: number; items: number }[]
  /** Of the items that the measures are of, those whose verdict by consensus is a single reading. */
  single: number
  measures: Measure[]
}
