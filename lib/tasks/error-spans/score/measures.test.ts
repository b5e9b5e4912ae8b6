import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyOutcomes } from './any-outcomes.testing'
import { breakdownOf } from './breakdown'
import { measuresOf } from './measures'

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
