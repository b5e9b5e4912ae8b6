import { expect, test } from 'vitest'
import type { Judgment } from './judgment'
import { stillSaid } from './still-said'

const said = (asked: string[], stands: string[] = []): Judgment => ({
  labels: [...asked, ...stands].map((criterion) => ({ response: 'x', criterion, label: 'met', rationale: '', evidence: [] })),
  note: '',
  shown: ['x'],
  ...(stands.length > 0 ? { asked } : {}),
})
const asked = (answers: (Judgment | null)[]) => answers.map((answer) => answer?.asked ?? null)

test('of each criterion the last round that asked it stands, and what was asked again since is said no more', () => {
  const before = [{ round: 1, answer: said(['a', 'b', 'c']) }, { round: 1, answer: said(['a', 'b', 'c']) }, { round: 2, answer: said(['b'], ['a', 'c']) }]
  expect(asked(stillSaid([said(['c'], ['a', 'b'])], before))).toEqual([['a'], ['a'], ['b']])
})

test('a round that asks everything leaves nothing of the rounds before it', () => {
  expect(stillSaid([said(['a', 'b'])], [{ round: 1, answer: said(['a', 'b']) }])).toEqual([null])
  expect(asked(stillSaid([said(['b'], ['a'])], [{ round: 1, answer: said(['a', 'b']) }, { round: 2, answer: said(['a', 'b']) }]))).toEqual([null, ['a']])
})
