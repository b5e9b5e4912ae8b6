import type { Counts } from './measures'
import type { Outcome } from './outcomes'

/**
 * Every measure is a function of how many outcomes are of each of five kinds, so a resample of items is five numbers:
 * 0 true negative · 1 false positive · 2 false negative · 3 true positive elsewhere · 4 true positive, localised.
 */
export const kinds = 5

export const kindOf = ({ erroneous, flagged, localised }: Outcome): number =>
  erroneous ? (flagged ? (localised ? 4 : 3) : 2) : flagged ? 1 : 0

/** `missing` is 0: no measure asks for it. */
export function countsOfKinds(of: ArrayLike<number>): Counts {
  const [tn, fp, fn, elsewhere, localised] = [of[0]!, of[1]!, of[2]!, of[3]!, of[4]!]
  const tp = elsewhere + localised
  return { tp, fp, fn, tn, flagged: tp + fp, erroneous: tp + fn, localised, missing: 0 }
}
