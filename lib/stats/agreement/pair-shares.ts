import type { Sample } from './coefficient'
import type { Patterns } from './patterns'

/** What two raters did on the items that both rated: each one's shares of the categories, and the mean weight of their pairs. */
export type PairShares = { first: number[]; second: number[]; agreement: number }

/** Items that only one of the two rated are left out; null when that leaves none, or when there are not two raters. */
export function pairShares(
  { patterns, raters, categories }: Patterns,
  weights: readonly (readonly number[])[],
): (sample: Sample) => PairShares | null {
  return (sample) => {
    const [first, second] = [new Array<number>(categories).fill(0), new Array<number>(categories).fill(0)]
    let [agreement, items] = [0, 0]
    patterns.forEach(({ given: [a, b] }, nth) => {
      if (a === undefined || b === undefined) return
      const times = sample[nth]!
      first[a]! += times
      second[b]! += times
      agreement += times * weights[a]![b]!
      items += times
    })
    if (items === 0 || raters !== 2) return null
    const share = (count: number) => count / items
    return { first: first.map(share), second: second.map(share), agreement: agreement / items }
  }
}
