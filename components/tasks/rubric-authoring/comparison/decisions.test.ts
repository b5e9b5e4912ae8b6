import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyJudgments, changed, content, drafted, form, judgmentOf, settings } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { criterionOf } from '@/lib/tasks/rubric-scoring/any-readings.testing'
import { disagreement } from '@/lib/tasks/rubric-authoring/disagreement'
import { duplicated } from '@/lib/tasks/rubric-authoring/edit-rubric'
import { reviews, type Judgment } from '@/lib/tasks/rubric-authoring/judgment'
import { merge, mergedCriterion } from '@/lib/tasks/rubric-authoring/merge'
import { problems } from '@/lib/tasks/rubric-authoring/problems'
import { divided, removed, written } from '../authoring-changes'
import { begun, decided, isKeepable, keptAll, keptApart, leftOut, rowsOf, ruled, takenWhole, undecided, type Work } from './decisions'

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
  const [passed, parted] = [judgmentOf(drafted, { review: 'pass', reasons: [] }), judgmentOf(divided('dose', { end: 14, next: 14 }, ['0', '1'])(drafted))]
  const beside = pointsOf([passed, parted])
  expect(rowsOf(beside).map(({ criterion }) => criterion)).not.toContain('dose')
  expect(problems(takenWhole(beside, { letter: 'A', nth: 0, reading: passed }).answer, { content, settings, form, of: 'verdict' })).toEqual([])
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

/** What people make of one draft, some of whom pass it: words, parts, copies and what is left out, at random. */
const anyReviews: fc.Arbitrary<Judgment[]> = fc.array(
  fc.option(fc.array(fc.record({ id: fc.constantFrom(...drafted.map(({ id }) => id)), kind: fc.constantFrom('words', 'parts', 'copy', 'out'), made: fc.uuid() }), { minLength: 1, maxLength: 3 })).map((edits) => {
    if (!edits) return judgmentOf(drafted, { review: 'pass', reasons: [] })
    const all = edits.reduce((now, { id, kind, made }) => {
      const one = now.find((each) => each.id === id)
      if (!one) return now
      if (kind === 'words') return written(id, { text: `Says ${made}.` })(now)
      if (kind === 'parts') return divided(id, { end: 14, next: 14 }, [made, `${made}+`])(now)
      return kind === 'out' ? removed(id)(now) : written(id, { text: `Asks for ${made}.` })(duplicated(now, id, made))
    }, drafted)
    return judgmentOf(all)
  }),
  { minLength: 2, maxLength: 3 },
)

/** By its decision; where there is none, what all agree on. */
const standing = (points: ReturnType<typeof pointsOf>, { decisions }: Work): string[] =>
  rowsOf(points).flatMap((row) => {
    const [decision, there] = [decisions[row.criterion], row.said.filter((one) => one !== null)]
    if (decision === undefined) return row.agreed ? [mergedCriterion(row.criterion, there).text] : []
    if (decision === leftOut) return []
    return decision === keptAll ? there.map(({ text }) => text) : [row.said['ABC'.indexOf(decision)]!.text]
  })

test('whatever is passed, corrected, taken whole and decided, in any order: every decided row stands in the rubric as it was decided, or the draft stands as it came', () => {
  const anySteps = fc.array(fc.record({ kind: fc.constantFrom('said', 'row', 'row', 'keep', 'whole'), which: fc.nat(), nth: fc.integer({ min: -1, max: 2 }) }), { maxLength: 8 })
  fc.assert(
    fc.property(anyReviews, anySteps, (judgments, steps) => {
      const points = pointsOf(judgments)
      const rows = rowsOf(points)
      steps.reduce((work: Work, { kind, which, nth }) => {
        const row = rows[which % rows.length]!
        const whole = which % judgments.length
        const next =
          kind === 'said' ? { ...work, answer: ruled(reviews[which % reviews.length]!, content)(work.answer) }
          : kind === 'whole' ? takenWhole(points, { letter: 'ABC'[whole]!, nth: whole, reading: judgments[whole]! })
          : kind === 'keep' && isKeepable(row) ? keptApart(work, row, points, settings)
          : nth < 0 || row.said[nth] ? decided(work, row, points, { letter: 'ABC'[nth] ?? '', nth }, settings) : work // prettier-ignore
        const codes = problems(next.answer, { content, settings, form, of: 'verdict' }).map(({ code }) => code)
        expect(codes).not.toContain('passed-but-changed')
        expect(codes).not.toContain('criterion-twice')
        if (next.answer.review !== 'pass') expect(texts(next).map(([, text]) => text).sort()).toEqual(standing(points, next).sort())
        return next
      }, begun(points, settings))
    }),
  )
})
