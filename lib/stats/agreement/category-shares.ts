import type { Sample } from './coefficient'
import type { Patterns } from './patterns'

/**
 * The share of each category: the mean over all rated items of the category's share in the item's ratings; sums to 1.
 * Items with one rating count too. Of an empty sample all 0.
 * Source: Gwet 2014, eq. 2.9: π_k = 1/n Σ_i r_ik / r_i. O(patterns) a sample.
 */
export function categoryShares({ patterns, categories }: Patterns): (sample: Sample) => number[] {
  return (sample) => {
    const shares = new Array<number>(categories).fill(0)
    let items = 0
    patterns.forEach((pattern, nth) => {
      const times = sample[nth]!
      if (times === 0) return
      items += times
      pattern.categories.forEach((k, at) => (shares[k]! += (times * pattern.counts[at]!) / pattern.total))
    })
    return items === 0 ? shares : shares.map((share) => share / items)
  }
}
