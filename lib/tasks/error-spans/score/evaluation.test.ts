import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptMarks } from '../../kept-marks'
import { scoredAtOnce } from '../../scored-at-once.testing'
import { anyOutcomes } from './any-outcomes.testing'
import { evaluation } from './evaluation'
import { markOf } from './marks'
import { measureNames, measuresOf } from './measures'
import type { Outcome } from './outcomes'

const of = { seed: 1, resamples: 200, confidence: 0.95 }
const { scores, meanScores, difference } = scoredAtOnce(evaluation)
const scoresOf = (outcomes: readonly Outcome[], more: Partial<typeof of> = {}) => scores(outcomes.map((outcome) => ({ mark: markOf(outcome), facets: outcome.facets })), { ...of, ...more, coarse: null })
const kept = (outcomes: readonly Outcome[]) => keptMarks(outcomes.map(markOf), '')
const items = Array.from({ length: 300 }, (_, nth) => ({ mark: '01234'.charAt(nth % 5), facets: { number: [String(nth)], style: [nth % 3 ? 'note' : 'letter'] } }))

test('scores of marks are the measures of the outcomes they stand for', () => {
  fc.assert(
    fc.property(anyOutcomes(), (outcomes) => {
      const [{ counts, measures }, expected] = [scoresOf(outcomes, { resamples: 5 }), measuresOf(outcomes)]
      expect(counts).toEqual(expected.counts)
      for (const name of measureNames) expect(measures[name]).toMatchObject(expected.values[name])
    }),
  )
})

test('items are told apart by what they share, not by what is each one’s own', () => {
  const { by, items: count } = scores(items, { ...of, coarse: null })
  expect(count).toBe(300)
  expect(Object.keys(by)).toEqual(['style'])
  expect(by['style']!['letter']).toMatchObject({ items: 100 })
})

test('under hidden labels one more item of an error type changes nothing that is told of how many there are', () => {
  const doses = (count: number) => Array.from({ length: count }, (_, nth) => ({ mark: nth % 2 ? '4' : '2', facets: { type: ['dose'] } }))
  const told = (count: number) => scores(doses(count), { ...of, coarse: { smallest: 40, step: 0.05 } }).by['type']!['dose']!
  expect([told(50).items, told(51).items, told(80).items]).toEqual([40, 40, 80])
})

test('of a group that is chosen by its errors only recall is told', () => {
  const { by } = scores([{ mark: '4', facets: { type: ['dose'] } }, { mark: '2', facets: { type: ['dose'] } }, { mark: '1', facets: {} }], { ...of, coarse: null })
  expect(by['type']!['dose']!.measures['veracity.recall']!.value).toBe(0.5)
  expect(by['type']!['dose']!.measures['veracity.precision']).toEqual({ value: null, reason: 'chosen-by-label', low: null, high: null })
})

describe('intervals', () => {
  test('are the same for the same seed, hold the resamples of the measure, and are null where it is undefined', () => {
    fc.assert(
      fc.property(anyOutcomes({ minLength: 1, maxLength: 30 }), (outcomes) => {
        const { measures } = scoresOf(outcomes)
        expect(scoresOf(outcomes).measures).toEqual(measures)
        for (const { value, low, high } of Object.values(measures)) {
          if (value === null) expect([low, high]).toEqual([null, null])
          if (low !== null && high !== null) expect(0 <= low && low <= high && high <= 1).toBe(true)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('narrow as items are repeated, and lie around the measure', () => {
    const [outcomes] = fc.sample(anyOutcomes({ minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })
    const width = (given: readonly Outcome[]) => {
      const { value, low, high } = scoresOf(given).measures['veracity.accuracy']!
      expect(low! <= value! && value! <= high!).toBe(true)
      return high! - low!
    }
    expect(width(Array.from({ length: 25 }, () => outcomes!).flat())).toBeLessThan(width(outcomes!) / 3)
  })

  test('of a group that holds everything are those of everything: all see the same draws', () => {
    fc.assert(
      fc.property(anyOutcomes({ minLength: 1, maxLength: 30 }), (outcomes) => {
        const { by, measures } = scoresOf(outcomes.map((outcome) => ({ ...outcome, facets: { ward: ['all of them'] } })))
        expect(by['ward']!['all of them']!.measures).toEqual(measures)
      }),
      { numRuns: 20 },
    )
  })
})

describe('a paired difference', () => {
  test('swapping the systems negates it and keeps its p', () => {
    const two = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.tuple(...[0, 1].map(() => anyOutcomes({ minLength: n, maxLength: n }))))
      // Systems differ in what they say, not in what is true.
      .map(([a, b]) => [a!, b!.map((each, nth) => ({ ...each, erroneous: a![nth]!.erroneous, localised: false }))].map(kept) as [string, string])
    fc.assert(
      fc.property(two, ([a, b]) => {
        const [there, back] = [difference(a, b, 'veracity.f1', of), difference(b, a, 'veracity.f1', of)]
        expect(back.p).toBe(there.p)
        if (there.difference !== null) expect(back.difference).toBeCloseTo(-there.difference, 12)
      }),
      { numRuns: 50 },
    )
  })

  test('a system does not differ from itself, and is surely better than one that is always wrong', () => {
    const [outcomes] = fc.sample(anyOutcomes({ minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 3 })
    const [right, wrong] = [true, false].map((isRight) => kept(outcomes!.map((each) => ({ ...each, flagged: each.erroneous === isRight, localised: false }))))
    expect(difference(right!, right!, 'veracity.accuracy', of)).toEqual({ difference: 0, low: 0, high: 0, p: 1 })
    const better = difference(right!, wrong!, 'veracity.accuracy', of)
    expect(better.difference).toBe(1)
    expect(better.p).toBeCloseTo(2 / 201, 12)
  })

  test('systems scored on other items are a defect', () => {
    expect(() => difference('012', '01', 'overCriticism', of)).toThrow(RangeError)
  })
})

describe('the mean of contestants', () => {
  test('of one who did everything is what a system with the same marks gets, interval and all', () => {
    fc.assert(
      fc.property(anyOutcomes({ minLength: 1, maxLength: 20 }), (outcomes) => {
        expect(meanScores([kept(outcomes)], of).measures).toEqual(scoresOf(outcomes).measures)
      }),
      { numRuns: 20 },
    )
  })

  test('is over those for whom a measure is defined, each the same whatever they did', () => {
    // Recall 1 and 0; one of them flags nothing, and has no precision.
    const mean = meanScores(['42 ', '  2'], of)
    expect(mean.measures['localisation.recall']!.value).toBe(0.25)
    expect(mean.measures['veracity.precision']!.value).toBe(1)
    expect(mean).toMatchObject({ items: 3, counts: { erroneous: 3 } })
    expect(meanScores([], of)).toBeUndefined()
  })
})
