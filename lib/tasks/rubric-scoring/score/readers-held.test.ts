import { describe, expect, test } from 'vitest'
import type { ReaderMark } from '../../evaluation'
import type { Label } from '../../rubric/scores'
import { scoredAtOnce } from '../../scored-at-once.testing'
import { criterionOf, settings } from '../any-readings.testing'
import type { Judgment } from '../judgment'
import { evaluation } from './evaluation'
import { readersHeld } from './readers-held'
import type { Gold } from './tally-of'

const atOnce = scoredAtOnce(evaluation)
const of = { seed: 1, resamples: 20, confidence: 0.95, coarse: null }
const said = (labels: Record<string, Label>): Judgment => ({ labels: Object.entries(labels).map(([criterion, label]) => ({ response: 'x', criterion, label, rationale: '', evidence: [] })), note: '', shown: ['x'] })
/** Of a round that asked these alone: what stood from before is in the answer and nobody's own. */
const partly = (labels: Record<string, Label>, stands: Record<string, Label>): Judgment => ({ ...said({ ...labels, ...stands }), asked: Object.keys(labels) })
const gold: Gold = {
  rubric: { version: 2, reward: null, criteria: ['a', 'b'].map((id) => criterionOf(id, 'bonus')) },
  responses: [{ id: 'x', text: 'Text.' }],
  labels: said({ a: 'met', b: 'met' }).labels,
  preferences: [],
}
const values = ({ mark }: ReaderMark) => {
  const { counts, measures } = atOnce.scores([{ mark: mark!, facets: {} }], of)
  return { labelled: counts['labelled'], right: measures['pointwise.overall']!.value }
}
const named = (answers: Record<string, Judgment>) => Object.entries(answers).map(([reader, answer]) => ({ reader, answer }))

describe('readers of several rounds', () => {
  test('each is held to the criteria that nobody asked again, and one who read twice counts once', () => {
    const earlier = { basis: 'adjudication' as const, readings: named({ A: partly({ a: 'met' }, {}), B: partly({ a: 'not-met' }, {}) }) }
    const present = { basis: 'adjudication' as const, readings: named({ B: partly({ b: 'met' }, { a: 'met' }), C: partly({ b: 'not-met' }, { a: 'met' }) }) }
    const marks = readersHeld(gold, [earlier, present], settings)
    expect(marks.map((one) => [one.reader, values(one)])).toEqual([
      ['A', { labelled: 1, right: 1 }],
      ['B', { labelled: 2, right: 0.5 }],
      ['C', { labelled: 1, right: 0 }],
    ])
  })

  test('each round is measured by what settled it: by the verdict where somebody else did, by the others of that very round where they agreed', () => {
    const earlier = { basis: 'consensus' as const, readings: named({ A: partly({ a: 'not-met' }, {}), B: partly({ a: 'met' }, {}) }) }
    const present = { basis: 'adjudication' as const, readings: named({ A: partly({ b: 'met' }, { a: 'met' }), C: partly({ b: 'met' }, { a: 'met' }) }) }
    // A is held against B alone in the first round, B against A; nobody against what C holds of a criterion that C was never asked.
    expect(readersHeld(gold, [earlier, present], settings).map((one) => [one.reader, values(one).right])).toEqual([['A', 0.5], ['B', 0], ['C', 1]])
  })

  test('what one round gives nothing to measure by is left out, and a reader of nothing else says why', () => {
    const earlier = { basis: 'consensus' as const, readings: named({ A: partly({ a: 'met' }, {}) }) }
    const present = { basis: 'adjudication' as const, readings: named({ A: partly({ b: 'met' }, { a: 'met' }) }) }
    expect(readersHeld(gold, [earlier, present], settings).map(values)).toEqual([{ labelled: 1, right: 1 }])
    expect(readersHeld(gold, [earlier], settings)).toEqual([{ reader: 'A', mark: null, why: 'alone' }])
  })
})
