import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keptMarks } from '../../kept-marks'
import { scoredAtOnce } from '../../scored-at-once.testing'
import { anyOutcomes } from './any-outcomes.testing'
import { evaluation } from './evaluation'
import { markOf } from './marks'
import { measureNames, measuresOf } from './measures'
import type { Outcome } from './outcomes'
import { spansPerFlaggedIn } from './spans-per-flagged'

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

const predicted = (marks: number) => Array.from({ length: marks }, (_, nth) => ({ start: nth, end: nth + 1 }))
const flagged = (places: number, more: Partial<Outcome> = {}): Outcome => ({
  id: 'a', erroneous: true, flagged: true, localised: false, missing: false, goldSpans: [], predictedSpans: predicted(places), pairs: [], unjudged: [], facets: {}, ...more,
}) // prettier-ignore

test('a mark says what became of the text and how many places were named, and the mean of these is over flagged texts with a prediction', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ places: fc.nat(500), erroneous: fc.boolean(), localised: fc.boolean(), is: fc.constantFrom('flagged', 'not', 'missing') }), { minLength: 1, maxLength: 8 }), (drawn) => {
      const outcomes = drawn.map(({ places, erroneous, localised, is }) =>
        is === 'flagged' ? flagged(places, { erroneous, localised: erroneous && localised }) : flagged(0, { erroneous, flagged: is === 'missing' && !erroneous, missing: is === 'missing' }),
      )
      for (const outcome of outcomes) {
        const mark = markOf(outcome)
        expect(mark).toHaveLength(1)
        expect(evaluation.kindOf(mark)).toBe(markOf({ ...outcome, predictedSpans: predicted(1) }))
        expect(evaluation.isRight(mark)).toBe(outcome.localised || (!outcome.erroneous && !outcome.flagged && !outcome.missing))
      }
      const named = drawn.filter(({ is }) => is === 'flagged').map(({ places }) => places)
      const { value, reason } = scoresOf(outcomes, { resamples: 2 }).measures['spansPerFlagged']!
      if (named.length === 0) expect({ value, reason }).toEqual({ value: null, reason: 'nothing-flagged' })
      else expect(value).toBeCloseTo(named.reduce((sum, places) => sum + places, 0) / named.length, 9)
      expect(spansPerFlaggedIn(outcomes).value ?? null).toBe(value)
    }),
    { numRuns: 60 },
  )
})

test('naming every place is seen: recall is whole, and so many places a flagged text stand beside it', () => {
  const { measures } = scoresOf([flagged(12, { localised: true }), flagged(12, { erroneous: false })])
  expect(measures['localisation.recall']!.value).toBe(1)
  expect(measures['spansPerFlagged']).toMatchObject({ value: 12, low: 12, high: 12 })
})

test('where a text has one error at most a line may name one place; a line that flags nothing is asked nothing', () => {
  const problem = (errorsPerText: string, veracity: string, spans: object[]) => {
    const read = evaluation.readPrediction({ id: 'a', veracity, spans })
    if (!('prediction' in read)) throw new Error(JSON.stringify(read))
    return evaluation.problemOf(read.prediction, 20, { errorsPerText, tolerance: 'exact' })
  }
  expect(problem('exactly-one', 'erroneous', predicted(2))).toEqual({ field: 'spans', reason: 'one-place-only', values: { found: 2 } })
  expect(problem('exactly-one', 'erroneous', predicted(1))).toBeNull()
  expect(problem('exactly-one', 'correct', predicted(2))).toBeNull()
  expect(problem('any', 'erroneous', predicted(9))).toBeNull()
})

test('the facets of a record are those of its marks', () => {
  const record = { id: 'a', text: 'abc', veracity: 'erroneous', specialty: 'surgery', tags: { ward: ['x', 'y'], year: 2024 }, spans: [{ start: 0, end: 1, type: 'dose' }, { start: 1, end: 2, type: 'dose' }] }
  expect(evaluation.facets(record)).toEqual({ specialty: ['surgery'], ward: ['x', 'y'], year: ['2024'], type: ['dose'] })
  expect(evaluation.facets(record)).toEqual(evaluation.mark(record, undefined, { match: 'exact' }).facets)
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
  expect([told(100).items, told(101).items, told(120).items]).toEqual([80, 80, 120])
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
    expect(difference(right!, right!, 'veracity.accuracy', of)).toEqual({ difference: 0, low: 0, high: 0, p: 1, told: null })
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
