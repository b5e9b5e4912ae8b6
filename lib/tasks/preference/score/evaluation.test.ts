import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferenceScores } from '../../rubric/preference-accuracy'
import { scoredAtOnce } from '../../scored-at-once.testing'
import type { JsonObject } from '../../task'
import { anyRecords, better, content, settings, tie } from '../any-readings.testing'
import type { Judgment } from '../judgment'
import { verdictRecord } from '../record'
import { evaluation } from './evaluation'
import { misfit, readPrediction } from './prediction'

const atOnce = scoredAtOnce(evaluation)
const of = { seed: 1, resamples: 20, confidence: 0.95, coarse: null }
const head = { id: 'i', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: null, tags: {} }
const judgment = (overall: Judgment['overall'], axes: Judgment['axes'] = {}): Judgment => ({ overall, axes, rationale: '', shown: ['two', 'one', 'three'] })
const recordOf = (answer: Judgment): JsonObject => verdictRecord(head, content, { basis: 'adjudication', version: 1, protocol: 1, rationale: null, cause: null }, answer)
const scoresOf = (record: JsonObject, scores: Record<string, number>, axes: Record<string, Record<string, number>> = {}) =>
  atOnce.scores([evaluation.mark(record, { scores, axes }, { match: 'verdict' })], of)

test('the best of three is two pairs, equal scores are wrong, and an axis without scores of its own goes by those of the whole', () => {
  const record = recordOf(judgment(better('one'), { safety: better('two'), empathy: tie }))
  const { counts, measures, by } = scoresOf(record, { one: 1, two: 1, three: 0 }, { empathy: { one: 1, two: 1, three: 1 } })
  expect(counts).toMatchObject({ pairs: 2, pairsRight: 1, tiePairs: 0, missing: 0 })
  expect(measures['pairwise.overall']!.value).toBe(0.5)
  expect(by['axis']!['safety']!.measures['pairwise.overall']!.value).toBe(0.5)
  expect(by['axis']!['empathy']!.counts).toMatchObject({ pairs: 0, tiePairs: 3, tiePairsRight: 3 })
  expect(by['axis']!['empathy']!.measures['pairwise.overall']).toMatchObject({ value: null, reason: 'no-decided-pairs' })
})

test('of pairs, it is the accuracy that `score preference` has', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ side: fc.constantFrom('a', 'b', 'tie' as const), a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }) }), { minLength: 1, maxLength: 20 }), (drawn) => {
      const two = { ...content, responses: [{ id: 'a', text: 'A.' }, { id: 'b', text: 'B.' }] }
      const marks = drawn.map(({ side, a, b }) => evaluation.mark({ ...recordOf(judgment(side === 'tie' ? tie : better(side))), responses: two.responses }, { scores: { a, b }, axes: {} }, { match: 'verdict' }))
      const { accuracy, ties } = preferenceScores(drawn.map(({ side, a, b }, nth) => ({ id: String(nth), axis: null, chosen: side, scores: { a, b }, violated: null, predictedViolated: null })))
      const scores = atOnce.scores(marks, of)
      expect([scores.measures['pairwise.overall']!.value, scores.counts['tiePairs']]).toEqual([accuracy.value, ties])
    }),
    { numRuns: 50 },
  ) // prettier-ignore
})

test('a reader is measured by what the others say without them, and not at all where they say nothing or differ', () => {
  const record = recordOf(judgment(better('one')))
  const marks = (basis: 'consensus' | 'adjudication', ...picks: Judgment['overall'][]) =>
    evaluation.readerMarks(record, { basis, settings, readings: picks.map((overall, nth) => ({ reader: `R${nth}`, answer: judgment(overall) })) }, { match: 'verdict' }).map(({ mark, why }) => (mark ? evaluation.kindOf(mark) : why))
  expect(marks('consensus', better('one'))).toEqual(['alone'])
  expect(marks('consensus', better('one'), better('one'))).toEqual(['r', 'r'])
  expect(marks('consensus', better('one'), better('two'), better('two'))).toEqual(['w', 'others-differ', 'others-differ'])
  expect(marks('adjudication', better('one'), better('two'))).toEqual(['r', 'w'])
})

test('what a system is given says nothing of the verdict, and whether a prediction fits is asked of that alone', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      for (const record of records) expect(Object.keys(evaluation.input(record)).sort()).toEqual(['id', 'language', 'prompt', 'responses', 'specialty', 'textSha256'])
    }),
  )
  const input = evaluation.input(recordOf(judgment(better('one'))))
  expect(misfit({ scores: { one: 1, four: 2 }, axes: {} }, input)).toEqual({ field: 'scores', reason: 'unknown-id', values: { id: 'four' } })
  expect(misfit({ scores: {}, axes: { safety: { constructor: 1 } } }, input)).toMatchObject({ field: 'axes.safety', reason: 'unknown-id' })
  expect(misfit({ scores: { one: 1 }, axes: { safety: { two: 1 } } }, input)).toBeNull()
})

test('a hostile record is refused at its field', () => {
  const refused = (record: unknown) => readPrediction(record as Record<string, unknown>)
  expect(refused({ id: 'i' })).toEqual({ field: 'scores', reason: 'missing' })
  expect(refused({ id: 'i', scores: { one: 'high' } })).toMatchObject({ field: 'scores.one', reason: 'wrong-type' })
  expect(refused({ id: 'i', scores: { one: null } })).toMatchObject({ field: 'scores.one' })
  expect(refused({ id: 'i', axes: { 'a;b,c': { one: 1 } } })).toHaveProperty('reason')
  expect(refused(JSON.parse('{"id":"i","scores":{"__proto__":1,"one":2}}'))).toHaveProperty('id')
})
