import { seededRandom } from './seeded-random'

export type Resampling = { seed: number; resamples: number }

/**
 * The bootstrap by item: `size` items are drawn with replacement, as often as `resamples` says. Items of one group are
 * interchangeable for the statistic, so a replicate is how often each group was drawn: `visit` gets these counts (they sum
 * to `size`; the array is used again for the next replicate).
 *
 * The draws depend on `size` and the seed alone: two systems over the same items in the same order, each with its own
 * grouping, see the same replicates, which makes their intervals paired; a joint grouping of both makes a paired difference.
 *
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13.
 * O(resamples · (size + groups)).
 */
export function bootstrap(
  groupOf: ArrayLike<number>,
  groups: number,
  { seed, resamples }: Resampling,
  visit: (counts: Float64Array) => void,
): void {
  const random = seededRandom(seed)
  const size = groupOf.length
  const counts = new Float64Array(groups)
  for (let nth = 0; nth < resamples; nth++) {
    counts.fill(0)
    for (let draw = 0; draw < size; draw++) {
      const group = groupOf[Math.floor(random() * size)]!
      counts[group] = counts[group]! + 1
    }
    visit(counts)
  }
}
