import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bootstrap } from './bootstrap'
import { bootstrapP } from './bootstrap-p'
import { normalQuantile } from './normal-quantile'
import { percentileInterval } from './percentile-interval'
import { quantile } from './quantile'
import { seededRandom } from './seeded-random'
import { shuffled } from './shuffled'
import { wilson } from './wilson'

describe('seeded randomness', () => {
  test('is the same for the same seed, other for the next one, and in [0, 1)', () => {
    const first = (seed: number) => Array.from({ length: 50 }, seededRandom(seed))
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        expect(first(seed)).toEqual(first(seed))
        expect(first(seed).filter((value, nth) => value === first(seed + 1)[nth])).toEqual([])
        expect(first(seed).every((value) => value >= 0 && value < 1)).toBe(true)
      }),
      { numRuns: 50 },
    )
  })

  test('fills every hundredth of the unit interval evenly: chi-square of 100,000 numbers below its 99.99 % quantile', () => {
    const random = seededRandom(1)
    const bins = new Array<number>(100).fill(0)
    for (let nth = 0; nth < 100_000; nth++) bins[Math.floor(random() * 100)]! += 1
    expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(161.3)
  })

  test('shuffling keeps the elements and gives every order its share', () => {
    const random = seededRandom(5)
    const orders = new Map<string, number>()
    for (let nth = 0; nth < 24_000; nth++) {
      const order = shuffled(['a', 'b', 'c', 'd'], random).join('')
      orders.set(order, (orders.get(order) ?? 0) + 1)
    }
    expect(orders.size).toBe(24)
    for (const count of orders.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
})

describe('the bootstrap', () => {
  test('draws as many items as there are, the same for every grouping of them', () => {
    const groups = fc.array(fc.nat(3), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(groups, fc.integer(), (groupOf, seed) => {
        const byItem: number[][] = []
        const byGroup: number[][] = []
        const resampling = { seed, resamples: 5 }
        bootstrap([...groupOf.keys()], groupOf.length, resampling, (counts) => byItem.push([...counts]))
        bootstrap(groupOf, 4, resampling, (counts) => byGroup.push([...counts]))
        byItem.forEach((counts, nth) => {
          expect(counts.reduce((a, b) => a + b)).toBe(groupOf.length)
          const grouped = [0, 0, 0, 0]
          counts.forEach((times, item) => (grouped[groupOf[item]!]! += times))
          expect(byGroup[nth]).toEqual(grouped)
        })
      }),
    )
  })

  test('of a mean has the standard error of the mean', () => {
    const random = seededRandom(9)
    const values = Array.from({ length: 400 }, random)
    const mean = values.reduce((a, b) => a + b) / 400
    const error = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 400 / 400)
    const means: number[] = []
    bootstrap([...values.keys()], 400, { seed: 2, resamples: 2000 }, (counts) =>
      means.push(counts.reduce((sum, times, item) => sum + times * values[item]!, 0) / 400),
    )
    const { low, high } = percentileInterval(means, 0.95, 400)!
    expect((high - low) / (2 * 1.96 * error)).toBeCloseTo(1, 1)
  })

  test('an interval of replicates that are mostly undefined is none, and of one item, whose replicates are all alike, neither', () => {
    expect(percentileInterval([1, null, null], 0.95, 3)).toBeNull()
    expect(percentileInterval([], 0.95, 3)).toBeNull()
    expect(percentileInterval([1, 1, 1], 0.95, 1)).toBeNull()
    expect(percentileInterval([1, 1, null], 0.95, 2)).toMatchObject({ low: 1, high: 1, method: 'bootstrap-percentile' })
  })

  test('p counts the replicates across zero on both sides, and is never 0', () => {
    expect(bootstrapP([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe(0.2)
    expect(bootstrapP([-1, 1, 2, 3, 4, 5, 6, 7, 8, null])).toBe(0.4)
    expect(bootstrapP([0, 0])).toBe(1)
    expect(bootstrapP([null])).toBeNull()
  })
})

describe('quantiles', () => {
  test('are those of R type 7', () => {
    expect([0, 0.1, 0.25, 0.5, 1].map((p) => quantile([1, 2, 4, 8], p))).toEqual([1, 1.3, 1.75, 3, 8])
  })

  test('of the normal distribution are those of its tables, and symmetric', () => {
    for (const [p, z] of [
      [0.975, 1.959963985],
      [0.995, 2.575829304],
      [0.5, 0],
      [0.001, -3.090232306],
    ] as const)
      // prettier-ignore
      expect(normalQuantile(p)).toBeCloseTo(z, 7)
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.5, noNaN: true }), (p) => {
        expect(normalQuantile(1 - p)).toBeCloseTo(-normalQuantile(p), 3)
      }),
    )
    expect(() => normalQuantile(0)).toThrow(RangeError)
  })
})

describe('the Wilson interval', () => {
  test('of 81 in 263 is that of Newcombe 1998: .2553 to .3662; of 0 in 20 it is 0 to .1611', () => {
    expect(wilson(81, 263, 0.95)!.low).toBeCloseTo(0.2553, 4)
    expect(wilson(81, 263, 0.95)!.high).toBeCloseTo(0.3662, 4)
    expect(wilson(0, 20, 0.95)).toMatchObject({ low: 0 })
    expect(wilson(0, 20, 0.95)!.high).toBeCloseTo(0.1611, 4)
  })

  test('holds the share, lies in [0, 1], mirrors, and is null without trials', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (successes, failures) => {
        const found = wilson(successes, successes + failures, 0.9)
        if (found === null) {
          expect(successes + failures).toBe(0)
          return
        }
        const share = successes / (successes + failures)
        expect(0 <= found.low && found.low <= share && share <= found.high && found.high <= 1).toBe(true)
        expect(wilson(failures, successes + failures, 0.9)!.low).toBeCloseTo(1 - found.high, 12)
      }),
    )
  })
})
