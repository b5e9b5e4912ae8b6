import type { CategoryWeights } from '../category-weights'
import type { Sample } from './coefficient'
import type { Patterns } from './patterns'

/**
 * Observed agreement: the mean over items with at least two ratings of the mean weight over the item's ordered pairs of
 * ratings by different raters; in [0, 1]. Null when no item has two ratings.
 * Source: Gwet 2014, eq. 2.1 and 3.1: p_a = 1/n' Σ_i Σ_k r_ik (r*_ik - 1) / (r_i (r_i - 1)), r*_ik = Σ_l w_kl r_il.
 * O(patterns) a sample.
 */
export function observedAgreement({ patterns }: Patterns, weights: CategoryWeights): (sample: Sample) => number | null {
  const ofPattern = patterns.map(({ categories, counts, total }) => {
    if (total < 2) return null
    const sum = categories.reduce((all, k, nth) => {
      const weighted = categories.reduce((some, l, other) => some + weights[k]![l]! * counts[other]!, 0)
      return all + counts[nth]! * (weighted - 1)
    }, 0)
    return sum / (total * (total - 1))
  })
  return (sample) => {
    let [sum, items] = [0, 0]
    ofPattern.forEach((agreement, nth) => {
      if (agreement === null) return
      sum += agreement * sample[nth]!
      items += sample[nth]!
    })
    return items === 0 ? null : sum / items
  }
}
