import type { Estimate } from '@/lib/stats/estimate'
import type { ConfidenceInterval } from '@/lib/stats/interval'

/** Two people may have one name, so who it is goes by `id`. */
export type Reader = { id: string; name: string }

/** A reading of an item, whether its item was drawn to be asked twice, and what its reader said when they were asked again, the other way round; null: they were not. */
export type ReadTwice<Answer = unknown> = { itemId: string; reader: Reader; once: Answer; drawn: boolean; again: Answer | null }

/** How much more often than chance readers choose what was shown first. */
export type PositionBias = Estimate<'nothing-chosen'> & {
  /** Choices of one response; ties and "all bad" are of no place. */
  choices: number
  /** How many of them took the response that was shown first. */
  first: number
  interval: ConfidenceInterval | null
}

export type Consistency = {
  pairs: number
  /** Chose the same side both times. */
  same: number
  share: Estimate<'no-repeats'>
  interval: ConfidenceInterval | null
  /** Of the others: took whatever stood first both times, or whatever stood last. */
  firstBoth: number
  lastBoth: number
}

/** `drawn`: readings that were to be asked again, whether they were or not. */
export type Steadiness = { bias: PositionBias; drawn: number; all: Consistency; readers: ({ reader: string } & Consistency)[] }
