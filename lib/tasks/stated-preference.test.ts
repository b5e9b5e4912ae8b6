import { expect, test } from 'vitest'
import { criterionOf } from './rubric-scoring/any-readings.testing'
import type { CriterionLabel } from './rubric-scoring/judgment'
import { pairwise as stated } from './preference/pairwise'
import { pairwise as derived } from './rubric-scoring/pairwise'
import { statedAgainstDerived } from './stated-preference'

const prompt = [{ role: 'user' as const, content: '?' }]
const rubric = { version: 1, criteria: [criterionOf('m', 'main', { weight: 1_000_000 }), criterionOf('v', 'veto')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } }
const label = (response: string, criterion: string, said: CriterionLabel['label']): CriterionLabel => ({ response, criterion, label: said, rationale: '', evidence: [] })
// Under other names: "one" is met and violates, "two" is not met and does not, "three" is as "two".
const judged = {
  content: { rubric, responses: [{ id: 'p', text: 'One.' }, { id: 'q', text: 'Two.' }, { id: 'r', text: 'Three.' }] },
  labels: [label('p', 'm', 'met'), label('p', 'v', 'violated'), label('q', 'm', 'not-met'), label('q', 'v', 'not-met'), label('r', 'm', 'not-met'), label('r', 'v', 'not-met')],
} // prettier-ignore
const responses = [{ id: 'one', text: 'One.' }, { id: 'two', text: 'Two.' }, { id: 'three', text: 'Three.' }]
type Pick = 'response' | 'tie' | 'all-bad'
const beside = (pick: Pick, response: string | null = null, compared = responses) =>
  statedAgainstDerived(
    stated.of({ prompt, responses: compared }, { overall: { pick, response, strength: null }, axes: {}, rationale: '', shown: [] }),
    derived.of({ prompt, ...judged.content }, { labels: judged.labels, note: '', shown: [] }),
  )

test('what experts said of two responses stands beside what follows from their labels, whatever the responses are called', () => {
  expect(beside('response', 'one')).toEqual([
    { a: 'one', b: 'two', stated: 'one', derived: 'two', decidedBy: 'safety', same: false },
    { a: 'one', b: 'three', stated: 'one', derived: 'three', decidedBy: 'safety', same: false },
  ])
  expect(beside('response', 'two')!.map(({ same }) => same)).toEqual([true, false])
  expect(beside('tie')!.map(({ same }) => same)).toEqual([false, false, true])
})

test('a pair that was compared out of several that were judged stands beside what follows of these two', () => {
  expect(beside('response', 'two', responses.slice(0, 2))).toEqual([{ a: 'one', b: 'two', stated: 'two', derived: 'two', decidedBy: 'safety', same: true }])
  expect(beside('tie', null, [...responses.slice(1), { id: 'four', text: 'Four.' }])).toMatchObject([{ a: 'two', b: 'three', same: true }])
  expect(beside('response', 'three', [{ id: 'one', text: 'Three.' }, responses[1]!, responses[2]!])).toBeNull()
})

test('nothing is compared where nothing was said, or where the responses are other ones', () => {
  expect(beside('all-bad')).toEqual([])
  expect(beside('tie', null, [responses[0]!, { id: 'four', text: 'Four.' }])).toBeNull()
  expect(beside('tie', null, responses.map(({ id }) => ({ id, text: 'One.' })))).toBeNull()
})
