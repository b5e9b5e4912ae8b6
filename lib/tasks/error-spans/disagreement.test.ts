import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { iouOf } from '@/lib/spans/interval'
import {
  anyMarks,
  anyReadings,
  anySettings,
  anySimilarReadings,
  content,
  judgmentOf,
  keyOf,
  withOrder,
} from './any-readings.testing'
import { disagreement } from './disagreement'
import type { Judgment } from './judgment'
import type { Settings } from './settings'

const exact: Settings = { errorsPerText: 'any', tolerance: 'exact' }
const half: Settings = { errorsPerText: 'any', tolerance: { overlap: 0.5 } }
const mark = (start: number, end: number, type = 'diagnosis') => ({
  start,
  end,
  type,
  correction: 'c',
  explanation: 'e',
})
const read = (...readings: Parameters<typeof judgmentOf>[0][]) =>
  readings.map((marks, nth) => judgmentOf(marks, `r${nth}`))
const reasons = (judgments: Judgment[], settings: Settings) =>
  disagreement(judgments, settings).points.map((point) => (point.kind === 'span' ? point.reasons : point.agreed))

describe('the disagreement rule', () => {
  test('one reading never disagrees, nor do equal ones, whatever they wrote beside their spans', () => {
    fc.assert(
      fc.property(anyMarks, anySettings, fc.integer({ min: 1, max: 9 }), (marks, settings, k) => {
        const readings = Array.from({ length: k }, (_, nth) => ({
          ...judgmentOf(
            marks.map((m) => ({ ...m, correction: `c${nth}`, explanation: `e${nth}` })).toReversed(),
            `r${nth}`,
            { confidence: (nth % 3) + 1 },
          ),
          note: `${nth}`,
        }))
        expect(disagreement(readings, settings).disputed).toBe(false)
      }),
    )
  })

  test('one span changed in one of k readings, in place beyond the tolerance, in type or in number, opens a dispute', () => {
    const changes = ['place', 'type', 'removed', 'added'] as const
    fc.assert(
      fc.property(
        anyMarks.filter((marks) => marks.length > 0),
        anySettings,
        fc.integer({ min: 2, max: 5 }),
        fc.nat(),
        fc.constantFrom(...changes),
        anyMarks,
        (marks, settings, k, n, change, spare) => {
          const at = n % marks.length
          const old = marks[at]!
          const other = spare[0]
          let changed = marks
          if (change === 'place') {
            if (!other) return
            const limit = settings.tolerance === 'exact' ? 1 : settings.tolerance.overlap
            fc.pre(iouOf(old, other) < limit)
            changed = marks.with(at, { ...other, type: old.type })
          } else if (change === 'type') {
            changed = marks.with(at, { ...old, type: old.type === 'diagnosis' ? 'treatment' : 'diagnosis' })
          } else if (change === 'removed') changed = marks.toSpliced(at, 1)
          else if (other) changed = [...marks, other]
          else return
          fc.pre(new Set(changed.map(keyOf)).size === changed.length)
          const readings = Array.from({ length: k }, (_, nth) => judgmentOf(nth === n % k ? changed : marks, `r${nth}`))
          // Veracity alone must not be what gives it away.
          expect(
            disagreement(
              readings.map((reading) => ({ ...reading, veracity: 'erroneous' as const })),
              settings,
            ).disputed,
          ).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('veracity alone opens a dispute', () => {
    expect(disagreement(read([], []).with(1, { ...judgmentOf([], 'r1'), veracity: 'erroneous' }), exact)).toEqual({
      disputed: true,
      points: [{ kind: 'veracity', agreed: false, votes: ['correct', 'erroneous'] }],
    })
  })

  test.each([
    ['within', [2, 10], half, []],
    ['at', [0, 5], half, []],
    ['beyond', [0, 4], half, ['place']],
    ['outside an exact', [0, 9], exact, ['place']],
  ] as const)('a place %s tolerance is judged as the study says', (_, [start, end], settings, expected) => {
    expect(reasons(read([mark(0, 10)], [mark(start, end)]), settings)).toEqual([true, expected])
  })

  test('a tolerance typed as a decimal is met by the same number reached by division', () => {
    expect(reasons(read([mark(0, 10)], [mark(0, 7)]), { ...half, tolerance: { overlap: 0.7 } })).toEqual([true, []])
  })

  test('every reason is said, by reading, in text order', () => {
    const readings = read(
      [mark(12, 18), mark(0, 4)],
      [mark(0, 4), mark(12, 18, 'treatment')],
      [mark(0, 1), mark(12, 14)],
    )
    const { points } = disagreement(readings, half)
    expect(points.slice(1)).toEqual([
      { kind: 'span', agreed: false, reasons: ['place'], start: 0, end: 4, spans: [readings[0]!.spans[1], readings[1]!.spans[0], readings[2]!.spans[0]] },
      { kind: 'span', agreed: false, reasons: ['place', 'type'], start: 12, end: 18, spans: [readings[0]!.spans[0], readings[1]!.spans[1], readings[2]!.spans[1]] },
    ]) // prettier-ignore
    expect(reasons(read([mark(0, 4)], [mark(8, 9)]), half)).toEqual([false, ['missing'], ['missing']].with(0, true))
  })

  test('spans crossed over in place align by type where that fits better on the whole', () => {
    const readings = read([mark(0, 10), mark(1, 11, 'treatment')], [mark(0, 10, 'treatment'), mark(1, 11)])
    expect(reasons(readings, half)).toEqual([true, [], []])
  })

  test('points stand in text order, also those found last', () => {
    const { points } = disagreement(read([mark(8, 12)], [mark(8, 12)], [mark(0, 4)]), half)
    expect(points.slice(1)).toMatchObject([{ start: 0 }, { start: 8 }])
  })

  test('two of three that agree on a span one did not see make one point, not two', () => {
    const readings = read([mark(0, 4), mark(8, 12)], [mark(8, 12)], [mark(8, 13), mark(0, 5)])
    expect(reasons(readings, half)).toEqual([true, ['missing'], []])
    expect(disagreement(readings, half).points[1]).toMatchObject({
      spans: [{ start: 0, end: 4 }, null, { start: 0, end: 5 }],
    })
  })

  test('the order of readings changes nothing but the order within a point', () => {
    fc.assert(
      fc.property(withOrder(fc.oneof(anyReadings, anySimilarReadings)), anySettings, ([readings, order], settings) => {
        const given = disagreement(readings, settings)
        const again = disagreement(
          order.map((at) => readings[at]!),
          settings,
        )
        const reordered = given.points.map((point) =>
          point.kind === 'span'
            ? { ...point, spans: order.map((at) => point.spans[at]!) }
            : { ...point, votes: order.map((at) => point.votes[at]!) },
        )
        expect(again).toEqual({ disputed: given.disputed, points: reordered })
      }),
      { numRuns: 1000 },
    )
  })

  test('every span stands in exactly one point, in the column of its reading', () => {
    fc.assert(
      fc.property(fc.oneof(anyReadings, anySimilarReadings), anySettings, (readings, settings) => {
        const points = disagreement(readings, settings).points.filter((point) => point.kind === 'span')
        readings.forEach((reading, nth) => {
          const shown = points.map((point) => point.spans[nth]).filter((span) => span !== null)
          expect(shown.map((span) => span!.id).sort()).toEqual(reading.spans.map(({ id }) => id).sort())
        })
        expect(points.every((point) => point.start >= 0 && point.end <= content.text.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
