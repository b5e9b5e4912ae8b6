import { shuffled } from './shuffled'

/** As many readers as one item can have; the letters say it at a glance and the bench can show them side by side. */
export const maxReaders = 9
const letters = 'ABCDEFGHI'

/**
 * The k seats of an item in the order in which readers will fill them, each with its letter. The letters are A.. in a random
 * order, so that "A" never means "came first". `random` gives numbers in [0, 1) and should not be guessable.
 */
export function seatingPlan(readers: number, random: () => number): { ordinal: number; letter: string }[] {
  if (!Number.isInteger(readers) || readers < 1 || readers > maxReaders) {
    throw new RangeError(`an item has 1 to ${maxReaders} readers, not ${readers}`)
  }
  return shuffled([...letters.slice(0, readers)], random).map((letter, nth) => ({ ordinal: nth + 1, letter }))
}
