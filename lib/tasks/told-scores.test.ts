import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Difference, Scored, Scores } from './evaluation'
import { stepsToldOf, toldScores } from './told-scores'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const measure: fc.Arbitrary<Scored> = fc.record({ value: fc.option(share), reason: fc.constant('none-erroneous'), low: share, high: share })
const scores = fc.record({ recall: measure, f1: measure }).map(
  (measures): Scores & { against: Record<string, never> } => ({
    items: 100, counts: { tp: 3, missing: 2 }, measures, confidence: 0.95, resamples: 10, seed: 1, tooSmall: 0, against: {},
    by: { type: { dose: { items: 53, counts: {}, measures } } },
  }), // prettier-ignore
)

test('what is told is a whole number of steps within half a step of what is, its interval no narrower; and no count is told but of what is missing', () => {
  fc.assert(
    fc.property(scores, fc.integer({ min: 40, max: 100_000 }), (exact, items) => {
      const told = toldScores(exact, { items, answered: 40, smallest: 40 })
      const steps = stepsToldOf(items)
      for (const [name, { value, reason, low, high }] of Object.entries(told.measures)) {
        const was = exact.measures[name]!
        if (was.value === null) {
          expect({ value, reason, low, high }).toEqual({ value: null, reason: 'too-few', low: null, high: null })
          continue
        }
        expect(Math.abs(value! * steps - Math.round(value! * steps))).toBeLessThan(1e-6)
        expect(Math.abs(value! - was.value)).toBeLessThanOrEqual(0.5 / steps + 1e-9)
        expect(low!).toBeLessThanOrEqual(was.low!)
        expect(high!).toBeGreaterThanOrEqual(was.high!)
      }
      expect(told.counts).toEqual({ missing: 2 })
      expect(told.by['type']!['dose']!.items).toBe(40)
    }),
  )
})

test('of an answer to fewer than forty items, or on a split of fewer, nothing is told that depends on a label', () => {
  fc.assert(
    fc.property(scores, scores, fc.constantFrom([39, 39], [1_000, 1], [1_000, 39]), (one, other, [items = 0, answered = 0]) => {
      const asked = { items, answered, smallest: 40 }
      expect(toldScores(one, asked)).toEqual(toldScores(other, asked))
    }),
  )
})

test('a difference is told in steps, outward, and its p as one of a few levels it does not exceed', () => {
  const against: Record<string, Record<string, Difference>> = { other: { f1: { difference: 0.123, low: 0.011, high: 0.21, p: 0.033 } } }
  const exact = { items: 100, counts: {}, measures: {}, confidence: 0.95, resamples: 10, seed: 1, tooSmall: 0, by: {}, against }
  expect(toldScores(exact, { items: 100, answered: 100, smallest: 40 }).against['other']?.['f1']).toEqual({ difference: 0.1, low: 0, high: 0.25, p: 0.05 })
})
