import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySettings, anySimilarReadings, content, form, judgmentOf, withOrder } from './any-readings.testing'
import { disagreement } from './disagreement'
import { draftSchema } from './judgment'
import { merge } from './merge'
import { mergedPlaces } from './merged-places'
import { problems } from './problems'
import type { Settings } from './settings'

const settings: Settings = { errorsPerText: 'any', tolerance: { overlap: 0.5 } }
const mark = (start: number, end: number, correction = 'c', explanation = 'e') => ({
  start,
  end,
  type: 'diagnosis',
  correction,
  explanation,
})
const read = (...marks: ReturnType<typeof mark>[]) => marks.map((one, nth) => judgmentOf([one], `r${nth}`))

describe('the merge rule', () => {
  test('complete readings that agree give a complete answer of their veracity and number of spans', () => {
    let merged = 0
    fc.assert(
      fc.property(anySimilarReadings, anySettings, (readings, given) => {
        fc.pre(!disagreement(readings, given).disputed)
        for (const reading of readings) expect(problems(reading, { content, settings: given, form })).toEqual([])
        const answer = merge(readings, given)
        expect(problems(answer, { content, settings: given, form })).toEqual([])
        expect(draftSchema.parse(answer)).toEqual(answer)
        expect(answer.veracity).toBe(readings[0]!.veracity)
        expect(answer.spans).toHaveLength(readings[0]!.spans.length)
        if (readings.length > 1 && answer.spans.length > 1) merged++
      }),
      { numRuns: 600 },
    )
    expect(merged).toBeGreaterThan(50)
  })

  test('the order of the readings changes nothing', () => {
    fc.assert(
      fc.property(withOrder(anySimilarReadings), anySettings, ([readings, order], given) => {
        fc.pre(!disagreement(readings, given).disputed)
        expect(
          merge(
            order.map((at) => readings[at]!),
            given,
          ),
        ).toEqual(merge(readings, given))
      }),
      { numRuns: 600 },
    )
  })

  test('agrees with every reading it came from where the tolerance is exact', () => {
    fc.assert(
      fc.property(anySimilarReadings, (readings) => {
        const exact: Settings = { errorsPerText: 'any', tolerance: 'exact' }
        fc.pre(!disagreement(readings, exact).disputed)
        const answer = merge(readings, exact)
        for (const reading of readings) expect(disagreement([answer, reading], exact).disputed).toBe(false)
      }),
    )
  })

  test('takes the place most readings marked; of several the shortest, then the leftmost', () => {
    expect(merge(read(mark(0, 6), mark(0, 6), mark(1, 5)), settings).spans).toMatchObject([
      { start: 0, end: 6, quote: 'abcdef' },
    ])
    expect(merge(read(mark(0, 6), mark(1, 5)), settings).spans).toMatchObject([{ start: 1, end: 5 }])
    expect(merge(read(mark(2, 6), mark(1, 5)), settings).spans).toMatchObject([{ start: 1, end: 5 }])
  })

  test('takes a correction only from those who marked that very place, the commonest, then the shortest', () => {
    const place = [mark(0, 6, 'bb'), mark(0, 6, 'cc'), mark(0, 6, 'cc'), mark(1, 6, 'bb'), mark(1, 6, 'bb')]
    expect(merge(read(...place), settings).spans).toMatchObject([{ start: 0, correction: 'cc' }])
    expect(merge(read(mark(0, 6, 'longer'), mark(0, 6, 'short')), settings).spans).toMatchObject([
      { correction: 'short' },
    ])
  })

  test('explains the correction it took, at the greatest length given', () => {
    const given = [mark(0, 6, 'cc', 'because'), mark(0, 6, 'cc', 'therefore'), mark(0, 6, 'bb', 'something far longer')]
    expect(merge(read(...given), settings).spans).toMatchObject([{ correction: 'cc', explanation: 'therefore' }])
    expect(merge(read(mark(0, 6, 'c', ''), mark(0, 6, 'bb', 'why')), settings).spans).toMatchObject([
      { correction: 'c', explanation: 'why' },
    ])
  })

  test('gathers references, drops notes, and takes the lower median of the scales', () => {
    const readings = [3, 1, 2, 2].map((confidence, nth) => {
      const reading = judgmentOf([mark(0, 6)], `r${nth}`, { confidence })
      return { ...reading, note: 'mine', spans: [{ ...reading.spans[0]!, references: ['who', `r${nth % 2}`] }] }
    })
    expect(merge(readings, settings)).toMatchObject({
      confidence: 2,
      difficulty: null,
      note: '',
      spans: [{ references: ['r0', 'r1', 'who'] }],
    })
    expect(merge(readings.slice(0, 2), settings).confidence).toBe(1)
  })

  test("a verdict's span carries no reader's id", () => {
    const readings = read(mark(0, 6), mark(0, 6))
    const ids = readings.flatMap(({ spans }) => spans.map(({ id }) => id))
    expect(ids).not.toContain(merge(readings, settings).spans[0]!.id)
  })

  test('two spans never fall onto one place: one reading then gives all places', () => {
    const spans = (...places: [number, number][]) =>
      places.map(([start, end]) => judgmentOf([mark(start, end)], `${start}-${end}`).spans[0]!)
    // By vote both would be 0-4.
    expect(mergedPlaces([spans([0, 4], [0, 4], [1, 4]), spans([0, 5], [0, 5], [0, 4])])).toMatchObject([
      { start: 0, end: 4 },
      { start: 0, end: 5 },
    ])
    // Two readings hold as many of the chosen places: content decides, not their order.
    const firstFirst = mergedPlaces([spans([0, 4], [0, 5]), spans([0, 5], [0, 4])])
    const lastFirst = mergedPlaces([spans([0, 5], [0, 4]), spans([0, 4], [0, 5])])
    expect(firstFirst).toMatchObject([{ end: 4 }, { end: 5 }])
    expect(lastFirst).toEqual(firstFirst)
  })

  test('disputed readings, and none at all, cannot be merged', () => {
    expect(() => merge(read(mark(0, 2), mark(8, 9)), settings)).toThrow()
    expect(() => merge([], settings)).toThrow()
  })
})
