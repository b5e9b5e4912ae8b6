import type { CategoryWeights } from '../category-weights'

/** Σ_kl w_kl p_k q_l: how much two ratings agree that are drawn from these shares of the categories. O(q²). */
export function weightedChance(weights: CategoryWeights, p: readonly number[], q: readonly number[]): number {
  return weights.reduce(
    (sum, row, k) => (p[k] === 0 ? sum : sum + p[k]! * row.reduce((inner, weight, l) => inner + weight * q[l]!, 0)),
    0,
  )
}

/** T_w, the sum of all weights. */
export const sumOfWeights = (weights: CategoryWeights): number =>
  weights.reduce((sum, row) => sum + row.reduce((inner, weight) => inner + weight, 0), 0)
