import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOutcomes } from './any-outcomes.testing'
import { breakdownOf } from './breakdown'
import { pairedDifference } from './difference'
import { intervalsOf } from './intervals'
import { countsOfKinds, kindOf, kinds } from './kinds'
import { measureNames, measures, measuresOf } from './measures'

const resampling = { seed: 1, resamples: 200 }

describe('the measures', () => {
  test('are shares of items, or undefined with a reason; never NaN', () => {
    fc.assert(
      fc.property(anyOutcomes(), (outcomes) => {
        const { counts, values } = measuresOf(outcomes)
        expect(counts.tp + counts.fp + counts.fn + counts.tn).toBe(outcomes.length)
        expect([counts.flagged, counts.erroneous]).toEqual([counts.tp + counts.fp, counts.tp + counts.fn])
        for (const { value, reason } of Object.values(values)) {
          if (value === null) expect(reason).toMatch(/^no/)
          else expect(value >= 0 && value <= 1).toBe(true)
        }
      }),
    )
  })

  test('F1 is the harmonic mean where precision and recall are above nothing', () => {
    fc.assert(
      fc.property(anyOutcomes(), (outcomes) => {
        const { values } = measuresOf(outcomes)
        for (const of of ['veracity', 'localisation'] as const) {
          const [p, r] = [values[`${of}.precision`].value, values[`${of}.recall`].value]
          if (p && r) expect(values[`${of}.f1`].value).toBeCloseTo((2 * p * r) / (p + r), 12)
        }
      }),
    )
  })

  test('follow from the numbers of the five kinds of outcome', () => {
    fc.assert(
      fc.property(anyOutcomes(), (outcomes) => {
        const of = new Float64Array(kinds)
        for (const outcome of outcomes) of[kindOf(outcome)]! += 1
        const counts = countsOfKinds(of)
        for (const name of measureNames) expect(measures[name](counts)).toEqual(measuresOf(outcomes).values[name])
      }),
    )
  })
})

describe('intervals', () => {
  test('are the same for the same seed, hold the resamples of the measure, and are null where it is undefined', () => {
    fc.assert(
      fc.property(anyOutcomes({ minLength: 1, maxLength: 30 }), (outcomes) => {
        const found = intervalsOf(outcomes, { ...resampling, confidence: 0.95 })
        expect(intervalsOf(outcomes, { ...resampling, confidence: 0.95 })).toEqual(found)
        for (const name of measureNames) {
          const interval = found[name]
          if (measuresOf(outcomes).values[name].value === null) expect(interval).toBeNull()
          if (interval) expect(0 <= interval.low && interval.low <= interval.high && interval.high <= 1).toBe(true)
        }
      }),
      { numRuns: 50 },
    )
  })

  test('narrow as items are repeated, and lie around the measure', () => {
    const [outcomes] = fc.sample(anyOutcomes({ minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })
    const many = Array.from({ length: 25 }, () => outcomes!).flat()
    const width = (of: typeof many) => {
      const { low, high } = intervalsOf(of, { ...resampling, confidence: 0.95 })['veracity.accuracy']!
      const value = measuresOf(of).values['veracity.accuracy'].value!
      expect(low <= value && value <= high).toBe(true)
      return high - low
    }
    expect(width(many)).toBeLessThan(width(outcomes!) / 3)
  })
})

describe('a paired difference', () => {
  test('swapping the systems negates it and keeps its p; the order of the items does not matter for its value', () => {
    const two = fc
      .integer({ min: 1, max: 30 })
      .chain((n) => fc.tuple(...[0, 1].map(() => anyOutcomes({ minLength: n, maxLength: n }))))
      // Systems differ in what they say, not in what is true.
      .map(
        ([a, b]) =>
          [a!, b!.map((each, nth) => ({ ...each, erroneous: a![nth]!.erroneous, localised: false }))] as const,
      )
    fc.assert(
      fc.property(two, ([a, b]) => {
        const there = pairedDifference(a, b, 'veracity.f1', resampling)
        const back = pairedDifference(b, a, 'veracity.f1', resampling)
        expect(back.p).toBe(there.p)
        if (there.difference.value !== null) expect(back.difference.value).toBeCloseTo(-there.difference.value, 12)
        const turned = pairedDifference(a, b.toReversed(), 'veracity.f1', resampling)
        expect(turned).toEqual(there)
      }),
      { numRuns: 100 },
    )
  })

  test('a system does not differ from itself, and is surely better than one that is always wrong', () => {
    const [right] = fc
      .sample(anyOutcomes({ minLength: 60, maxLength: 60 }), { numRuns: 1, seed: 3 })
      .map((list) => list.map((each) => ({ ...each, flagged: each.erroneous })))
    const wrong = right!.map((each) => ({ ...each, flagged: !each.erroneous }))
    const same = pairedDifference(right!, right!, 'veracity.accuracy', resampling)
    expect(same).toMatchObject({ difference: { value: 0 }, p: 1, interval: { low: 0, high: 0 } })
    const better = pairedDifference(right!, wrong, 'veracity.accuracy', resampling)
    expect(better.difference.value).toBe(1)
    expect(better.p).toBeCloseTo(2 / 201, 12)
  })

  test('systems scored on other items are a defect', () => {
    const [a, b] = [fc.sample(anyOutcomes({ minLength: 3, maxLength: 3 }), 1)[0]!, []]
    expect(() => pairedDifference(a, b, 'overCriticism', resampling)).toThrow(RangeError)
    const renamed = a.map((each) => ({ ...each, id: `x${each.id}` }))
    expect(() => pairedDifference(a, renamed, 'overCriticism', resampling)).toThrow(RangeError)
  })
})

describe('a breakdown', () => {
  const outcome = (
    id: string,
    erroneous: boolean,
    flagged: boolean,
    type: string[],
    facets: Record<string, string[]>,
  ) => ({
    id,
    erroneous,
    flagged,
    facets,
    localised: false,
    missing: false,
    predictedSpans: [],
    pairs: [],
    unjudged: [],
    goldSpans: type.map((each) => ({ start: 0, end: 1, type: each })),
  })

  test('an item counts under each of its values and types, and under none of a tag that it lacks', () => {
    const by = breakdownOf([
      outcome('1', true, true, ['dose', 'dose', 'drug'], { ward: ['a', 'b'] }),
      outcome('2', false, true, [], { ward: ['a'] }),
      outcome('3', true, false, ['drug'], {}),
    ])
    expect(by['ward']!['a']!.counts).toMatchObject({ tp: 1, fp: 1, fn: 0 })
    expect(by['ward']!['b']!.counts).toMatchObject({ tp: 1, fp: 0, fn: 0 })
    expect(Object.keys(by['type']!)).toEqual(['dose', 'drug'])
    expect(by['type']!['dose']!.counts.tp).toBe(1)
    expect(by['type']!['drug']!.values['veracity.recall'].value).toBe(0.5)
    // A group chosen by its error has no correct text to be over-critical of: precision would be 1 by construction.
    expect(by['type']!['drug']!.values['veracity.precision']).toEqual({ value: null, reason: 'chosen-by-label' })
  })

  test('a tag called type hides the error types', () => {
    const by = breakdownOf([outcome('1', true, true, ['dose'], { type: ['letter'] })])
    expect(Object.keys(by['type']!)).toEqual(['letter'])
    expect(by['type']!['letter']!.values['veracity.precision'].value).toBe(1)
  })
})
