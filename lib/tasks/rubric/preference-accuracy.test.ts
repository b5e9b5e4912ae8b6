import fc from 'fast-check'
import { expect, test } from 'vitest'
import { preferenceScores, type ScoredPair } from './preference-accuracy'

let made = 0
const pair = (chosen: ScoredPair['chosen'], scores: [number, number] | null, more: Partial<ScoredPair> = {}): ScoredPair => ({
  id: String((made += 1)),
  axis: null,
  chosen,
  scores: scores && { a: scores[0], b: scores[1] },
  violated: null,
  predictedViolated: null,
  ...more,
})

const violations = fc.option(fc.record({ a: fc.boolean(), b: fc.boolean() }))
const anyPair: fc.Arbitrary<ScoredPair> = fc.record({
  id: fc.constantFrom('1', '2', '3'),
  axis: fc.constantFrom(null, 'safety', 'proficiency'),
  chosen: fc.constantFrom('a', 'b', 'tie'),
  scores: fc.option(fc.record({ a: fc.integer({ min: 0, max: 3 }), b: fc.integer({ min: 0, max: 3 }) })),
  violated: violations,
  predictedViolated: violations,
})

test('equal and missing scores are wrong; ties of the verdict are counted and left out', () => {
  const found = preferenceScores([pair('a', [2, 1]), pair('b', [2, 1]), pair('a', [1, 1]), pair('b', null), pair('tie', [1, 1])])
  expect(found).toEqual({ accuracy: { value: 0.25, reason: null }, pairs: 4, ties: 1, byAxis: {}, veto: null })
  expect(preferenceScores([pair('tie', [1, 1])]).accuracy).toEqual({ value: null, reason: 'no-decided-pairs' })
})

test('a violation is the positive; a response that nothing is said of counts as said wrongly', () => {
  const of = (violated: [boolean, boolean], said: [boolean, boolean] | null) =>
    pair('a', [1, 0], {
      violated: { a: violated[0], b: violated[1] },
      predictedViolated: said && { a: said[0], b: said[1] },
    })
  const { veto } = preferenceScores([of([false, true], [false, true]), of([true, true], [false, true]), of([false, true], null)])
  // Found 2 of 4 violations, flagged 3: the third is the safe response of the pair without an answer.
  expect(veto).toEqual({
    precision: { value: 2 / 3, reason: null },
    recall: { value: 0.5, reason: null },
    f1: { value: 4 / 7, reason: null },
  })
  expect(preferenceScores([of([false, false], [false, false])]).veto).toMatchObject({ precision: { reason: 'nothing-flagged' }, recall: { reason: 'nothing-violated' } })
})

test('the whole is what is said of the whole, and a response that several axes say violates is one violation', () => {
  const more = { id: 'p', violated: { a: false, b: true }, predictedViolated: { a: true, b: true } }
  const onAxis = (axis: string) => pair('b', [1, 0], { ...more, axis })
  const found = preferenceScores([pair('a', [1, 0], more), onAxis('safety'), onAxis('proficiency'), onAxis('excellence')])
  expect(found).toMatchObject({ accuracy: { value: 1 }, pairs: 1, veto: { precision: { value: 0.5 }, recall: { value: 1 } } })
  expect(preferenceScores([onAxis('safety'), pair('a', [1, 0], { axis: 'excellence' })])).toMatchObject({ accuracy: { value: 0.5 }, pairs: 2 })
})

test('pairs are counted once each, and which response is called a and which b changes nothing', () => {
  const turned = <T>(sides: { a: T; b: T } | null) => sides && { a: sides.b, b: sides.a }
  fc.assert(
    fc.property(fc.array(anyPair), (pairs) => {
      const found = preferenceScores(pairs)
      const overall = pairs.filter(({ axis }) => axis === null).length
      expect(found.pairs + found.ties).toBe(overall > 0 ? overall : pairs.length)
      const byAxis = Object.values(found.byAxis).reduce((sum, { pairs: own, ties }) => sum + own + ties, 0)
      expect(byAxis).toBe(pairs.filter(({ axis }) => axis !== null).length)
      const swapped = pairs.map((each): ScoredPair => ({
        ...each,
        chosen: each.chosen === 'tie' ? 'tie' : each.chosen === 'a' ? 'b' : 'a',
        scores: turned(each.scores),
        violated: turned(each.violated),
        predictedViolated: turned(each.predictedViolated),
      }))
      expect(preferenceScores(swapped)).toEqual(found)
    }),
  )
})
