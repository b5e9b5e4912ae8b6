import { estimated, undefinedBy } from '../estimate'
import type { Category } from '../ratings'
import type { Agreement, Sample } from './coefficient'
import type { Patterns } from './patterns'

export const levels = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Level = (typeof levels)[number]

/**
 * Krippendorff's α, at most 1: 1 - D_o / D_e, observed over expected disagreement of pairable ratings. Any number of raters,
 * ratings may be missing; items with one rating say nothing. Undefined without pairable ratings, and when all of them are the
 * same. The difference of two categories, squared: nominal 0 or 1 · interval (x-y)² · ratio ((x-y)/(x+y))² ·
 * ordinal (Σ_{g=c..k} n_g - (n_c+n_k)/2)², the squared distance of the two mid-ranks in the sample.
 * `interval` and `ratio` need numbers, `ratio` none below 0 (RangeError).
 * Source: Krippendorff 2011, Computing Krippendorff's Alpha-Reliability:
 * D_o = 1/n Σ_u 1/(m_u-1) Σ_ck n_uc n_uk δ²_ck, D_e = 1/(n(n-1)) Σ_ck n_c n_k δ²_ck.
 * O(patterns · categories in one² + q) a sample, + q² at ratio.
 */
export function alpha(
  { patterns, categories: q }: Patterns,
  categories: readonly Category[],
  level: Level,
): (sample: Sample) => Agreement {
  const values = categories.map(({ number }) => number)
  if (level === 'interval' || level === 'ratio') {
    if (values.includes(null)) throw new RangeError(`level ${level} needs numbers`)
    if (level === 'ratio' && values.some((value) => value! < 0))
      throw new RangeError('level ratio needs numbers of at least 0')
  }
  const pairable = patterns.map(({ total }) => total >= 2)
  return (sample) => {
    const counts = new Array<number>(q).fill(0)
    patterns.forEach((pattern, nth) => {
      if (pairable[nth]) pattern.categories.forEach((k, at) => (counts[k]! += sample[nth]! * pattern.counts[at]!))
    })
    const n = counts.reduce((sum, count) => sum + count, 0)
    if (n === 0) return undefinedBy('no-pairs')
    const places = level === 'ordinal' ? midRanks(counts) : (values as number[])
    const difference = differences[level]
    const expected = expectedDisagreement(counts, places, level) / (n - 1)
    // Nothing differs from anything: also with values so close that their squared distance is nothing.
    if (!(expected > 0)) return undefinedBy('no-variation')
    let observed = 0
    patterns.forEach(({ categories: ks, counts: of, total }, nth) => {
      const times = sample[nth]!
      if (!pairable[nth] || times === 0) return
      for (let a = 1; a < ks.length; a++) {
        for (let b = 0; b < a; b++) {
          const apart = level === 'nominal' ? 1 : difference(places[ks[a]!]!, places[ks[b]!]!)
          observed += (times * 2 * of[a]! * of[b]! * apart) / (total - 1)
        }
      }
    })
    return estimated(1 - observed / expected)
  }
}

const differences: Record<Level, (x: number, y: number) => number> = {
  nominal: () => 1,
  ordinal: (x, y) => (x - y) ** 2,
  interval: (x, y) => (x - y) ** 2,
  ratio: (x, y) => ((x - y) / (x + y)) ** 2,
}

/** Where the middle of each category stands when all ratings are put in order. */
function midRanks(counts: readonly number[]): number[] {
  let before = 0
  return counts.map((count) => {
    before += count
    return before - count / 2
  })
}

/** Σ_ck n_c n_k δ²_ck over ordered pairs; in closed form wherever δ is a difference of places. */
function expectedDisagreement(counts: readonly number[], places: readonly number[], level: Level): number {
  const n = counts.reduce((sum, count) => sum + count, 0)
  if (level === 'nominal') return n ** 2 - counts.reduce((sum, count) => sum + count ** 2, 0)
  if (level !== 'ratio') {
    const mean = counts.reduce((sum, count, k) => sum + count * places[k]!, 0) / n
    return 2 * n * counts.reduce((sum, count, k) => sum + count * (places[k]! - mean) ** 2, 0)
  }
  let sum = 0
  counts.forEach((count, c) => {
    if (count === 0) return
    for (let k = 0; k < c; k++) sum += 2 * count * counts[k]! * differences.ratio(places[c]!, places[k]!)
  })
  return sum
}
