import type { Category } from './ratings'

export const weightNames = ['identity', 'linear', 'quadratic', 'ordinal', 'radical', 'ratio'] as const
export type WeightName = (typeof weightNames)[number]

/** How much two categories agree: q × q, symmetric, 1 on the diagonal, 0 for the two that are furthest apart. */
export type CategoryWeights = readonly (readonly number[])[]

/**
 * Weights for partial agreement between categories a and b of values x and y; where categories are texts their places
 * 1, 2, 3… stand for values. With R the greatest distance there is:
 * identity a = b · linear 1 - |x-y|/R · quadratic 1 - (x-y)²/R² · radical 1 - √(|x-y|/R) ·
 * ratio 1 - ((x-y)/(x+y))² / R², R of the same kind · ordinal 1 - C(m,2)/C(q,2), m = |a-b|+1 by place, values unseen.
 * `ratio` means nothing for values below 0 (RangeError). One category: [[1]].
 * Source: Gwet 2014, Handbook of Inter-Rater Reliability, 4th ed., chapter 3; irrCAC, weights.gen.R. O(q²).
 */
export function categoryWeights(name: WeightName, categories: readonly Category[]): CategoryWeights {
  const values = categories.map(({ number }, nth) => number ?? nth + 1)
  const places = [...values.keys()]
  if (name === 'ratio' && values.some((value) => value < 0))
    throw new RangeError('ratio weights need values of at least 0')
  const distance = distances[name]
  const apart = (a: number, b: number) =>
    a === b ? 0 : distance(name === 'ordinal' ? a : values[a]!, name === 'ordinal' ? b : values[b]!)
  const greatest = apart(0, places.length - 1)
  return places.map((a) => places.map((b) => (a === b ? 1 : 1 - apart(a, b) / (name === 'identity' ? 1 : greatest))))
}

const distances: Record<WeightName, (x: number, y: number) => number> = {
  identity: () => 1,
  linear: (x, y) => Math.abs(x - y),
  quadratic: (x, y) => (x - y) ** 2,
  radical: (x, y) => Math.sqrt(Math.abs(x - y)),
  ratio: (x, y) => ((x - y) / (x + y)) ** 2,
  ordinal: (a, b) => (Math.abs(a - b) * (Math.abs(a - b) + 1)) / 2,
}
