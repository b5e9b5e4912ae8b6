import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyReadings, anySettings, anySimilarReadings, content, judgmentOf } from '../any-readings.testing'
import { disagreement } from '../disagreement'
import type { Judgment } from '../judgment'
import { merge } from '../merge'
import type { Settings } from '../settings'
import type { Gold } from './gold'
import { readersScored, type ReadItem } from './readers'

const exact = { rule: { kind: 'exact' } } as const
const settings: Settings = { errorsPerText: 'any', tolerance: 'exact' }
const mark = (start: number, end: number) => ({ start, end, type: 'diagnosis', correction: '', explanation: '' })
const goldOf = (id: string, { veracity, spans }: Judgment): Gold => ({
  id,
  text: content.text,
  erroneous: veracity === 'erroneous',
  facets: {},
  sentences: null,
  spans: spans.map(({ start, end, type }) => ({ start, end, type })),
})
const item = (id: string, basis: ReadItem['basis'], verdict: Judgment, readings: Judgment[]): ReadItem => ({
  basis,
  gold: goldOf(id, verdict),
  readings: readings.map((judgment, nth) => ({ reader: `reader-${nth}`, judgment })),
})
const [right, wrong] = [[mark(2, 5)], [mark(7, 9)]].map((marks, nth) => judgmentOf(marks, `reading ${nth}`))

test('an adjudicated verdict stands for every reader', () => {
  const [first, second] = readersScored([item('a', 'adjudication', right!, [right!, wrong!])], settings, exact)
  expect(first).toMatchObject({ reader: 'reader-0', outcomes: [{ flagged: true, localised: true }], leftOut: [] })
  expect(second).toMatchObject({ reader: 'reader-1', outcomes: [{ flagged: true, localised: false }] })
})

test('a reader is never measured by a consensus that they are part of', () => {
  fc.assert(
    fc.property(fc.oneof(anySimilarReadings, anyReadings), anySettings, (readings, rules) => {
      fc.pre(!disagreement(readings, rules).disputed)
      const scored = readersScored([item('a', 'consensus', merge(readings, rules), readings)], rules, exact)
      readings.forEach((_, nth) => {
        const others = readings.toSpliced(nth, 1)
        const { outcomes, leftOut } = scored.find(({ reader }) => reader === `reader-${nth}`)!
        if (others.length === 0) expect(leftOut).toEqual([{ id: 'a', why: 'alone' }])
        else if (disagreement(others, rules).disputed) expect(leftOut).toEqual([{ id: 'a', why: 'others-differ' }])
        else
          expect(outcomes[0]!.goldSpans.map(({ start, end }) => [start, end])).toEqual(
            merge(others, rules).spans.map(({ start, end }) => [start, end]),
          )
      })
    }),
  )
})
