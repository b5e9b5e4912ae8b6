import { expect, test } from 'vitest'
import { criterionOf } from './any-readings.testing'
import type { Judgment } from './judgment'
import { ownLabels } from './own-labels'
import { stillSaid } from './still-said'

const said = (asked: string[], stands: string[] = []): Judgment => ({
  labels: [...asked, ...stands].map((criterion) => ({ response: 'x', criterion, label: 'met', rationale: '', evidence: [] })),
  note: '',
  shown: ['x'],
  ...(stands.length > 0 ? { asked } : {}),
})
const left = (inForce: string[], present: Judgment[], before: { round: number; answer: Judgment }[]) => {
  const content = { rubric: { version: 1, reward: null, criteria: inForce.map((id) => criterionOf(id, 'bonus')) } }
  const criteria = (answer: Judgment | null) => answer && ownLabels(answer).map(({ criterion }) => criterion)
  const found = stillSaid(content, present, before)
  return { present: found.present.map(criteria), before: found.before.map(criteria) }
}

test('of each criterion the last round that asked it stands, and what was asked again since is said no more', () => {
  const before = [{ round: 1, answer: said(['a', 'b', 'c']) }, { round: 1, answer: said(['a', 'b', 'c']) }, { round: 2, answer: said(['b'], ['a', 'c']) }]
  expect(left(['a', 'b', 'c'], [said(['c'], ['a', 'b'])], before)).toEqual({ present: [['c']], before: [['a'], ['a'], ['b']] })
})

test('a round that asks everything leaves nothing of the rounds before it', () => {
  expect(left(['a', 'b'], [said(['a', 'b'])], [{ round: 1, answer: said(['a', 'b']) }]).before).toEqual([null])
  expect(left(['a', 'b'], [said(['b'], ['a'])], [{ round: 1, answer: said(['a', 'b']) }, { round: 2, answer: said(['a', 'b']) }]).before).toEqual([null, ['a']])
})

test('of a criterion that the rubric no longer has nobody says anything, whichever round asked it', () => {
  expect(left(['a'], [said(['a', 'gone'])], [])).toEqual({ present: [['a']], before: [] })
  expect(left(['a'], [said(['gone'], ['a'])], [{ round: 1, answer: said(['a', 'old']) }])).toEqual({ present: [null], before: [['a']] })
})
