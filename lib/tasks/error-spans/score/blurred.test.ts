import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scoredAtOnce } from '../../scored-at-once.testing'
import { anyOutcomes } from './any-outcomes.testing'
import { evaluation } from './evaluation'
import { markOf } from './marks'
import { measuresOf } from './measures'
import type { Outcome } from './outcomes'

const { scores } = scoredAtOnce(evaluation)
const told = (...outcomes: readonly (readonly Outcome[])[]) =>
  scores(outcomes.flat().map((outcome) => ({ mark: markOf(outcome), facets: { ward: ['a'] } })), { seed: 1, resamples: 1, confidence: 0.95, coarse: { smallest: 40, step: 0.05 } }).by['ward']?.['a']
const fourTimes = (outcomes: readonly Outcome[]) => Array.from({ length: 4 }, () => outcomes).flat()

test('a group of hidden labels tells no count and no interval, and of each measure steps or that it stands on too few items', () => {
  fc.assert(
    fc.property(anyOutcomes({ maxLength: 60 }), (outcomes) => {
      const group = told(outcomes, fourTimes(outcomes))
      if (!group) return
      expect(group.counts).toEqual({})
      for (const { value, reason, low, high } of Object.values(group.measures)) {
        expect([low, high]).toEqual([null, null])
        if (value === null) expect(reason).toBe('too-few')
        else expect(value * 20).toBeCloseTo(Math.round(value * 20), 12)
      }
      const { erroneous, fp, tn } = measuresOf(outcomes).counts
      if (5 * erroneous < 40) expect(group.measures['veracity.recall']!.value).toBeNull()
      if (5 * (fp + tn) < 40) expect(group.measures['overCriticism']!.value).toBeNull()
    }),
  )
})

test('no single prediction moves what is told of a group by more than a step', () => {
  fc.assert(
    fc.property(anyOutcomes({ minLength: 20, maxLength: 60 }), fc.nat(), (outcomes, nth) => {
      const at = nth % outcomes.length
      const turned = outcomes.with(at, { ...outcomes[at]!, flagged: !outcomes[at]!.flagged, localised: false })
      const [before, after] = [told(outcomes, fourTimes(outcomes)), told(turned, fourTimes(outcomes))]
      for (const [name, { value }] of Object.entries(before?.measures ?? {})) {
        const other = after?.measures[name]?.value ?? null
        if (value !== null && other !== null) expect(Math.abs(value - other)).toBeLessThanOrEqual(0.1 + 1e-9)
      }
    }),
    { numRuns: 30 },
  )
})

test('that a group holds no error at all is not told', () => {
  const correct = Array.from({ length: 100 }, (_, nth): Outcome => ({ id: String(nth), erroneous: false, flagged: nth % 2 === 0, localised: false, missing: false, goldSpans: [], predictedSpans: [], pairs: [], unjudged: [], facets: {} }))
  expect(told(correct)!.measures['veracity.recall']).toEqual({ value: null, reason: 'too-few', low: null, high: null })
  expect(told(correct.slice(0, 39))).toBeUndefined()
})
