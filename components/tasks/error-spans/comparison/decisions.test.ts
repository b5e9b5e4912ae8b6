import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyReadings, anySettings, anySimilarReadings, content, form, judgmentOf } from '@/lib/tasks/error-spans/any-readings.testing'
import { disagreement } from '@/lib/tasks/error-spans/disagreement'
import type { Judgment } from '@/lib/tasks/error-spans/judgment'
import { merge } from '@/lib/tasks/error-spans/merge'
import { problems } from '@/lib/tasks/error-spans/problems'
import type { Settings } from '@/lib/tasks/error-spans/settings'
import { comparedOf, type Compared } from './compared'
import { begun, choiceAt, isTakenWhole, judgedErroneous, noErrorAfterAll, none, noneAt, takenAt, takenWhole, undecidedPoints, type Work } from './decisions'

const compare = (judgments: readonly Judgment[], settings: Settings): Compared =>
  comparedOf(
    judgments.map((answer, nth) => ({ letter: 'ABCDEFGHI'[nth]!, answer })),
    disagreement(judgments, settings).points,
    settings,
  )
const anyCompared = fc
  .tuple(fc.oneof(anyReadings, anySimilarReadings), anySettings)
  .map(([judgments, settings]) => ({ judgments, settings, compared: compare(judgments, settings) }))

/** The text is erroneous, or no error after all: as the veracity point offers it. */
const judgedAs = (compared: Compared, work: Work, veracity: 'correct' | 'erroneous') =>
  veracity === 'correct' ? noErrorAfterAll(compared) : judgedErroneous(compared, work)

describe('deciding point by point', () => {
  test('taking every point of one reading equals taking it whole, in any order of the points', () => {
    fc.assert(
      fc.property(anyCompared, fc.nat(), fc.gen(), ({ compared }, pick, gen) => {
        const { letter, answer } = compared.readings[pick % compared.readings.length]!
        const order = gen(fc.shuffledSubarray, [...compared.points], { minLength: compared.points.length })
        const judged = judgedAs(compared, begun(compared), answer.veracity)
        const work = order.reduce((now, point) => takenAt(compared, now, point.id, letter), judged)
        const whole = takenWhole(compared, letter)!
        expect(work.answer.spans.toSorted(byId)).toEqual(whole.answer.spans.toSorted(byId))
        expect({ ...work.answer, spans: [] }).toEqual({ ...whole.answer, spans: [] })
        expect(work.decisions).toEqual(whole.decisions)
        expect(undecidedPoints(compared, work)).toEqual([])
        expect(isTakenWhole(compared, work.answer, letter)).toBe(true)
      }),
    )
  })

  test('a reading taken whole says what the reading says, under ids that are nobody’s', () => {
    fc.assert(
      fc.property(anyCompared, ({ compared }) => {
        for (const { letter, answer } of compared.readings) {
          const { answer: verdict } = takenWhole(compared, letter)!
          const bare = (spans: Judgment['spans']) => spans.map((span) => JSON.stringify({ ...span, id: '' })).sort()
          expect(verdict.veracity).toBe(answer.veracity)
          expect(bare(verdict.spans)).toEqual(bare(answer.spans))
          expect(verdict).toMatchObject({ difficulty: null, confidence: null, note: '' })
          const theirs = new Set(compared.readings.flatMap((reading) => reading.answer.spans.map(({ id }) => id)))
          expect(verdict.spans.some(({ id }) => theirs.has(id))).toBe(false)
        }
      }),
    )
  })

  test('a complete reading taken whole is a complete verdict', () => {
    fc.assert(
      fc.property(anyCompared, ({ compared, settings }) => {
        for (const { letter, answer } of compared.readings) {
          if (problems(answer, { content, settings, form, of: 'verdict' }).length > 0) continue
          expect(problems(takenWhole(compared, letter)!.answer, { content, settings, form, of: 'verdict' })).toEqual([])
        }
      }),
    )
  })

  test('the last decision at a point is the one that stands, and no other point is touched by it', () => {
    fc.assert(
      fc.property(anyCompared, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 8 }), ({ compared }, acts) => {
        if (compared.points.length === 0) return
        let work = begun(compared)
        for (const [p, l] of acts) {
          const point = compared.points[p % compared.points.length]!
          const letter = compared.letters[l % compared.letters.length]!
          const others = compared.points.filter((other) => other !== point)
          const before = others.map((other) => choiceAt(compared, work, other))
          work = takenAt(compared, work, point.id, letter)
          const span = point.spans[compared.letters.indexOf(letter)]
          expect(choiceAt(compared, work, point)).toMatchObject(span ? { kind: 'taken', letter, edited: false } : { kind: 'none' })
          expect(others.map((other) => choiceAt(compared, work, other))).toEqual(before)
        }
      }),
    )
  })

  test('work begins with what is agreed: of undisputed readings that is the merged verdict, and nothing is left to decide', () => {
    fc.assert(
      fc.property(anyCompared, ({ compared, judgments, settings }) => {
        const work = begun(compared)
        expect(undecidedPoints(compared, work)).toEqual(compared.points.filter(({ agreed }) => !agreed))
        if (disagreement(judgments, settings).disputed) return
        expect(work.answer.veracity).toBe(merge(judgments, settings).veracity)
        expect(work.answer.spans).toHaveLength(merge(judgments, settings).spans.length)
        expect(undecidedPoints(compared, work)).toEqual([])
      }),
    )
  })
})

describe('a point', () => {
  const mark = { start: 2, end: 6, type: 'diagnosis', correction: 'one', explanation: 'two' }
  const compared = compare([judgmentOf([mark], 'a'), judgmentOf([{ ...mark, end: 7 }], 'b'), judgmentOf([], 'c')], {
    errorsPerText: 'any',
    tolerance: 'exact',
  })
  const [point] = compared.points
  const start = begun(compared)

  test('is undecided until somebody looked at it, even when nothing is to be taken there', () => {
    expect(choiceAt(compared, start, point!).kind).toBe('undecided')
    expect(choiceAt(compared, noneAt(compared, start, point!.id), point!).kind).toBe('none')
    expect(takenAt(compared, start, point!.id, 'C').decisions[point!.id]).toBe(none)
  })

  test('knows a span that was edited after it was taken, and one that is the adjudicator’s own', () => {
    const work = takenAt(compared, start, point!.id, 'B')
    const edited = { ...work, answer: { ...work.answer, spans: work.answer.spans.map((span) => ({ ...span, correction: 'mine' })) } }
    expect(choiceAt(compared, edited, point!)).toMatchObject({ kind: 'taken', letter: 'B', edited: true })
    const own = { ...start, answer: { ...start.answer, spans: [{ ...judgmentOf([{ ...mark, start: 5, end: 9 }], 'own').spans[0]! }] } }
    expect(choiceAt(compared, own, point!).kind).toBe('own')
    expect(takenAt(compared, own, point!.id, 'A').answer.spans).toHaveLength(1)
  })

  test('is settled by "no error after all", and open again when the text is judged erroneous after all', () => {
    const correct = noErrorAfterAll(compared)
    expect(undecidedPoints(compared, correct)).toEqual([])
    expect(undecidedPoints(compared, judgedErroneous(compared, correct))).toEqual([point])
  })
})

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
