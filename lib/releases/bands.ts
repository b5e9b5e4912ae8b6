import { places } from './min-hash'

/** The least chance with which a pair of exactly the threshold's similarity must share a bucket. */
const leastRecall = 0.995

export type Bands = { rows: number; count: number; recall: number }

/**
 * How a signature is cut into bands (locality-sensitive hashing): two texts are compared when a band is equal, which at
 * similarity s has the chance 1 − (1 − s^rows)^count. The most rows, and so the fewest vain comparisons, that still find
 * pairs at the threshold with `leastRecall`.
 */
export function bandsFor(threshold: number): Bands {
  const recallOf = (rows: number) => 1 - (1 - threshold ** rows) ** Math.floor(places / rows)
  let rows = places
  while (rows > 1 && recallOf(rows) < leastRecall) rows -= 1
  return { rows, count: Math.floor(places / rows), recall: recallOf(rows) }
}
