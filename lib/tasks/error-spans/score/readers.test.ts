import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { JsonObject } from '../../task'
import { anyReadings, anySettings, anySimilarReadings, content, judgmentOf } from '../any-readings.testing'
import { disagreement } from '../disagreement'
import type { Judgment } from '../judgment'
import { merge } from '../merge'
import type { Settings } from '../settings'
import { evaluation } from './evaluation'

const exact = { match: 'exact' }
const settings: Settings = { errorsPerText: 'any', tolerance: 'exact' }
const mark = (start: number, end: number) => ({ start, end, type: 'diagnosis', correction: '', explanation: '' })
const recordOf = ({ veracity, spans }: Judgment): JsonObject => ({ id: 'a', text: content.text, veracity, spans: spans.map(({ start, end, type }) => ({ start, end, type })) })
const marksOf = (basis: 'consensus' | 'adjudication', verdict: Judgment, readings: readonly Judgment[], rules: Settings) =>
  evaluation.readerMarks(recordOf(verdict), { basis, settings: rules, readings: readings.map((answer, nth) => ({ reader: `reader-${nth}`, answer })) }, exact)
const predicted = ({ veracity, spans }: Judgment): JsonObject => ({ flagged: veracity === 'erroneous', spans: spans.map(({ start, end }) => ({ start, end })) })
const asSystem = (gold: Judgment, answer: Judgment) => evaluation.mark(recordOf(gold), predicted(answer), exact).mark
const [right, wrong] = [[mark(2, 5)], [mark(7, 9)]].map((marks, nth) => judgmentOf(marks, `reading ${nth}`))

test('an adjudicated verdict stands for every reader', () => {
  expect(marksOf('adjudication', right!, [right!, wrong!], settings)).toEqual([
    { reader: 'reader-0', mark: '4', why: null },
    { reader: 'reader-1', mark: '3', why: null },
  ])
})

test('a reader is never measured by a consensus that they are part of', () => {
  fc.assert(
    fc.property(fc.oneof(anySimilarReadings, anyReadings), anySettings, (readings, rules) => {
      fc.pre(!disagreement(readings, rules).disputed)
      const scored = marksOf('consensus', merge(readings, rules), readings, rules)
      readings.forEach((own, nth) => {
        const others = readings.toSpliced(nth, 1)
        const reader = `reader-${nth}`
        const expected =
          others.length === 0
            ? { reader, mark: null, why: 'alone' }
            : disagreement(others, rules).disputed
              ? { reader, mark: null, why: 'others-differ' }
              : { reader, mark: asSystem(merge(others, rules), own), why: null }
        expect(scored[nth]).toEqual(expected)
      })
    }),
  )
})

test('what experts could be asked of a reader is their place beside the one they are held against, and the answer counts', () => {
  const [wide, narrow] = [judgmentOf([mark(0, 12)], 'wide'), judgmentOf([mark(0, 4)], 'narrow')]
  const rules: Settings = { errorsPerText: 'any', tolerance: { overlap: 0.3 } }
  const given = { basis: 'consensus' as const, settings: rules, readings: [wide, narrow].map((answer, nth) => ({ reader: `reader-${nth}`, answer })) }
  const record = recordOf(merge([wide, narrow], rules))
  const half = { match: 'overlap:0.5' }
  expect(evaluation.openOfReaders!(record, given, half)).toEqual([
    { goldStart: 0, goldEnd: 4, start: 0, end: 12 },
    { goldStart: 0, goldEnd: 12, start: 0, end: 4 },
  ])
  const marks = (same: boolean) => evaluation.readerMarks(record, given, { ...half, expert: () => same }).map((reader) => reader.mark)
  expect([marks(true), marks(false)]).toEqual([['4', '4'], ['3', '3']])
})
