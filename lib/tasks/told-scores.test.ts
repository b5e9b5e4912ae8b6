import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Difference, Scored, ScoresAndTold } from './evaluation'
import { toldDifference, toldMeasure } from './tally/tally-told'
import { toldScores } from './told-scores'
import { stepsToldOf } from './told-steps'

const smallest = 40
const share = fc.double({ min: 0, max: 1, noNaN: true })
const scored: fc.Arbitrary<Scored> = fc.tuple(share, share, share).map((drawn) => {
  const [low, value, high] = drawn.toSorted((a, b) => a - b)
  return { value: value!, reason: null, low: low!, high: high! }
})
const bearing = fc.integer({ min: smallest, max: 100_000 })

test('a step is worth two items or more, no finer than half the standard error of a share, and one of a few', () => {
  fc.assert(
    fc.property(bearing, (items) => {
      const steps = stepsToldOf(items)
      expect(1 / steps).toBeGreaterThanOrEqual(2 / items)
      expect(steps).toBeLessThanOrEqual(2 * Math.sqrt(items))
      expect(String(steps)).toMatch(/^[125]0+$/)
    }),
  )
})

test('what is told is a whole number of steps within half a step of what is, its interval no narrower and at least two steps to either side', () => {
  fc.assert(
    fc.property(scored, bearing, (exact, items) => {
      const told = toldMeasure(exact, { bearing: items, smallest })
      const steps = stepsToldOf(items)
      for (const each of [told.value!, told.low!, told.high!]) expect(Math.abs(each * steps - Math.round(each * steps))).toBeLessThan(1e-4)
      expect(Math.abs(told.value! - exact.value!)).toBeLessThanOrEqual(0.5 / steps + 1e-9)
      expect(told.low!).toBeLessThanOrEqual(exact.low! + 1e-9)
      expect(told.high!).toBeGreaterThanOrEqual(exact.high! - 1e-9)
      expect(told.low!).toBeLessThanOrEqual(Math.max(0, told.value! - 2 / steps) + 1e-9)
      expect(told.high!).toBeGreaterThanOrEqual(Math.min(1, told.value! + 2 / steps) - 1e-9)
    }),
  )
})

test('of what fewer items bear nothing is told, not even why', () => {
  fc.assert(
    fc.property(scored, fc.integer({ min: 0, max: smallest - 1 }), (exact, items) => {
      const nothing = { value: null, reason: 'too-few', low: null, high: null }
      expect(toldMeasure(exact, { bearing: items, smallest })).toEqual(nothing)
      expect(toldMeasure({ value: null, reason: 'nothing-erroneous', low: null, high: null }, { bearing: 1_000, smallest })).toEqual(nothing)
    }),
  )
})

const difference: fc.Arbitrary<Difference> = fc.tuple(share, share, share, share).map(([a, b, c, p]) => {
  const [low, middle, high] = [a, b, c].toSorted((one, other) => one - other)
  return { difference: middle! - 0.5, low: low! - 0.5, high: high! - 0.5, p }
})

test('a difference is that of the values as they are told, its interval holds the exact one, and its p is a level no lower', () => {
  fc.assert(
    fc.property(difference, share, bearing, (exact, other, items) => {
      const steps = stepsToldOf(items)
      const [one, two] = [other + exact.difference!, other].map((value) => Math.round(value * steps) / steps)
      const told = toldDifference(exact, [one!, two!], { bearing: items, smallest })
      expect(told.difference).toBeCloseTo(one! - two!, 8)
      expect(told.low!).toBeLessThanOrEqual(exact.low! + 1e-8)
      expect(told.high!).toBeGreaterThanOrEqual(exact.high! - 1e-8)
      expect(told.p!).toBeGreaterThanOrEqual(exact.p!)
      expect([0.005, 0.05, 1]).toContain(told.p)
    }),
  )
})

const scores: ScoresAndTold = {
  items: 53, counts: { tp: 3, missing: 2 }, measures: { f1: { value: 0.123, reason: null, low: 0, high: 1 } }, confidence: 0.95, resamples: 10, seed: 1, tooSmall: 0,
  by: { type: { dose: { items: 53, counts: {}, measures: {} } } }, told: { f1: { value: 0.1, reason: null, low: 0, high: 0.3 } },
} // prettier-ignore
const against = { other: { f1: { difference: 0.123, low: 0, high: 0.2, p: 0.03, told: { difference: 0.1, low: -0.1, high: 0.3, p: 0.05 } } } }

test('no count is told but of what is missing, nor of a reader how many items could not be scored', () => {
  const told = toldScores({ ...scores, leftOut: { alone: 3 } }, against, { items: 100, answered: 53, smallest })
  expect(told).toMatchObject({ items: 40, counts: { missing: 2 }, measures: scores.told, by: { type: { dose: { items: 40 } } }, against: { other: { f1: against.other.f1.told } }, leftOut: {} })
  expect(Object.keys(told)).not.toContain('told')
  expect(JSON.stringify(told)).not.toContain('0.123')
})

test('of an answer to fewer than forty items, or on a split of fewer, nothing is told that depends on a label', () => {
  for (const [items, answered] of [[39, 39], [1_000, 1], [1_000, 39]] as const)
    expect(toldScores(scores, against, { items, answered, smallest })).toMatchObject({ measures: { f1: { value: null, reason: 'too-few' } }, by: {}, against: {} })
})
