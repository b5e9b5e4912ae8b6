import { replicatesOf } from './replicates'

export type Resampling = { seed: number; resamples: number }

/**
 * The bootstrap by item, all replicates at once: `visit` gets how often each group of interchangeable items was drawn (counts
 * that sum to the number of items; the array is used again for the next replicate).
 *
 * Two systems over the same items in the same order, each with its own grouping, see the same replicates (replicates.ts), which
 * makes their intervals paired; a joint grouping of both makes a paired difference. O(resamples · (size + groups)).
 */
export function bootstrap(groupOf: ArrayLike<number>, groups: number, resampling: Resampling, visit: (counts: Float64Array) => void): void {
  for (const counts of replicatesOf(groupOf, groups, resampling)) visit(counts)
}
