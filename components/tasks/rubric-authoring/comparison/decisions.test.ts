import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyJudgments, changed, content, drafted, form, judgmentOf, settings } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { criterionOf } from '@/lib/tasks/rubric-scoring/any-readings.testing'
import { disagreement } from '@/lib/tasks/rubric-authoring/disagreement'
import { merge } from '@/lib/tasks/rubric-authoring/merge'
import { problems } from '@/lib/tasks/rubric-authoring/problems'
import { begun, decided, isKeepable, keptApart, rowsOf, takenWhole, undecided, type Work } from './decisions'

const pointsOf = (judgments: Parameters<typeof disagreement>[0]) => disagreement(judgments, settings).points
const texts = ({ answer }: Work) => (answer.criteria ?? []).map(({ id, text }) => [id, text])

test('a start holds what is agreed on, and nothing that is not', () => {
  const points = pointsOf([judgmentOf(drafted), judgmentOf(changed('dose', { text: 'Something else entirely.' }))])
  expect(texts(begun(points, settings)).map(([id]) => id)).toEqual(['bleed', 'kind', 'stop'])
  expect(undecided(points, begun(points, settings)).map(({ criterion }) => criterion)).toEqual(['dose'])
})

test('deciding row by row for one reading gives its criteria, in any order of deciding', () => {
  fc.assert(
    fc.property(anyJudgments, fc.nat(), fc.infiniteStream(fc.nat()), (judgments, pick, random) => {
      const own = judgments.map((one) => ({ ...one, review: 'correct' as const }))
      const nth = pick % own.length
      const points = pointsOf(own)
      const rows = rowsOf(points).filter(({ agreed }) => !agreed)
      const shuffled = rows.map((row) => ({ row, key: random.next().value })).sort((a, b) => a.key - b.key)
      const work = shuffled.reduce<Work>((now, { row }) => decided(now, row, points, { letter: 'A', nth: row.said[nth] ? nth : -1 }, settings), begun(points, settings))
      expect(undecided(points, work)).toEqual([])
      expect(work.answer.criteria!.map(({ id }) => id)).toEqual(rowsOf(points).filter(({ agreed, said }) => agreed || said[nth]).map(({ criterion }) => criterion))
      expect(undecided(points, takenWhole(points, { letter: 'A', nth, reading: own[nth]! }))).toEqual([])
    }),
  )
}) // prettier-ignore

test('one reading taken whole is a complete verdict where the reading was; what all agree on needs no decision', () => {
  const [a, b] = [judgmentOf(changed('dose', { text: 'Other.' })), judgmentOf(drafted.slice(1).map((one) => (one.id === 'bleed' ? { ...one, weight: 1_000_000 } : one)))]
  const points = pointsOf([a, b])
  for (const [nth, reading] of [a, b].entries()) {
    const work = takenWhole(points, { letter: 'AB'[nth]!, nth, reading })
    expect(problems(work.answer, { content, settings, form, of: 'verdict' })).toEqual([])
    expect(work.answer.criteria).toEqual(reading.criteria)
  }
  const same = pointsOf([a, a])
  expect(begun(same, settings).answer.criteria).toEqual(merge([a, a], settings).criteria)
})

test('why the draft was not passed is begun with what the readings say, and is the adjudicator’s from there', () => {
  const [one, two] = [judgmentOf(changed('dose', { text: 'Other.' })), judgmentOf(changed('dose', { text: 'Something else.' }), { reasons: ['weighing', 'wording'] })]
  expect(begun(pointsOf([one, two]), settings).answer).toMatchObject({ review: 'correct', reasons: ['weighing', 'wording'] })
  const passed = judgmentOf(drafted, { review: 'pass', reasons: [] })
  const points = pointsOf([passed, two, judgmentOf([], { review: 'reject', reasons: ['disclaimer'] })])
  expect(begun(points, settings).answer).toMatchObject({ review: null, reasons: [] })
  const [row] = rowsOf(points)
  const taken = decided(begun(points, settings), row!, points, { letter: 'B', nth: 1 }, settings)
  expect(taken.answer).toMatchObject({ review: 'correct', reasons: ['weighing', 'wording'] })
  const own = { ...taken, answer: { ...taken.answer, reasons: ['wording'] } }
  expect(decided(own, row!, points, { letter: '-', nth: -1 }, settings).answer.reasons).toEqual(['wording'])
})

test('both of what was put into one row can be kept, under names of their own, and are gone when it is decided otherwise', () => {
  const own = (id: string, text: string) => criterionOf(id, 'main', { text, weight: 1_000_000, origin: { kind: 'written', from: [] } })
  const [a, b] = [judgmentOf([own('a', 'Local therapy with antimonials is enough.'), drafted[2]!]), judgmentOf([own('b', 'Systemic therapy with antimonials is not enough.'), drafted[2]!])]
  const points = pointsOf([a, b])
  const [row, agreed] = rowsOf(points)
  expect([isKeepable(row!), isKeepable(agreed!)]).toEqual([true, false])
  const both = keptApart(begun(points, settings), row!, points, settings)
  expect(texts(both).map(([id]) => id)).toEqual(row!.criterion === 'a' ? ['a', 'b', 'kind'] : ['b', 'a', 'kind'].toSorted())
  expect(both.answer.criteria!.map(({ origin }) => origin.from)).toEqual([[], [], []])
  expect(undecided(points, both)).toEqual([])
  expect(texts(decided(both, row!, points, { letter: 'B', nth: 1 }, settings))).toEqual([[row!.criterion, row!.said[1]!.text], ['kind', drafted[2]!.text]])
  expect(texts(decided(both, row!, points, { letter: '-', nth: -1 }, settings)).map(([id]) => id)).toEqual(['kind'])
  expect(keptApart(both, row!, points, settings)).toEqual(both)
})

test('of two who changed one criterion of the draft both can be kept, and both go back to it', () => {
  const points = pointsOf([judgmentOf(changed('dose', { text: 'Names the highest dose.' })), judgmentOf(changed('dose', { text: 'Asks for the kidneys.' }))])
  const row = rowsOf(points).find(({ agreed }) => !agreed)!
  const { answer } = keptApart(begun(points, settings), row, points, settings)
  const kept = answer.criteria!.filter(({ text }) => row.said.some((one) => one?.text === text))
  expect(kept.map(({ id }) => id)).toEqual(['dose', 'dose~2'])
  expect(kept[1]!.origin).toEqual({ kind: 'split', from: ['dose'] })
  expect(problems(answer, { content, settings, form, of: 'verdict' }).map(({ code }) => code)).not.toContain('criterion-twice')
})

test('keeping every reading’s of every row leaves no criterion out and gives no name twice', () => {
  fc.assert(
    fc.property(anyJudgments, (judgments) => {
      const points = pointsOf(judgments.map((one) => ({ ...one, review: 'correct' as const })))
      const all = rowsOf(points).filter(isKeepable).reduce<Work>((now, row) => keptApart(now, row, points, settings), begun(points, settings))
      const names = texts(all).map(([id]) => id)
      expect(new Set(names).size).toBe(names.length)
      for (const row of rowsOf(points).filter(isKeepable)) for (const said of row.said) if (said) expect(texts(all).map(([, text]) => text)).toContain(said.text)
    }),
  )
})

test('a rejected draft leaves nothing to decide', () => {
  const points = pointsOf([judgmentOf(changed('dose', { text: 'Other.' })), judgmentOf([], { review: 'reject' })])
  expect(undecided(points, takenWhole(points, { letter: 'B', nth: 1, reading: judgmentOf([], { review: 'reject' }) }))).toEqual([])
})
