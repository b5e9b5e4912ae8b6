import { expect, test } from 'vitest'
import { criterionOf } from './rubric-scoring/any-readings.testing'
import type { CriterionLabel } from './rubric-scoring/judgment'
import { statedAgainstDerived } from './stated-preference'

const rubric = { version: 1, criteria: [criterionOf('m', 'main', { weight: 1_000_000 }), criterionOf('v', 'veto')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } }
const label = (response: string, criterion: string, said: CriterionLabel['label']): CriterionLabel => ({ response, criterion, label: said, rationale: '', evidence: [] })
// Under other names: "one" is met and violates, "two" is not met and does not, "three" is as "two".
const judged = {
  content: { rubric, responses: [{ id: 'p', text: 'One.' }, { id: 'q', text: 'Two.' }, { id: 'r', text: 'Three.' }] },
  labels: [label('p', 'm', 'met'), label('p', 'v', 'violated'), label('q', 'm', 'not-met'), label('q', 'v', 'not-met'), label('r', 'm', 'not-met'), label('r', 'v', 'not-met')],
} // prettier-ignore
const responses = [{ id: 'one', text: 'One.' }, { id: 'two', text: 'Two.' }, { id: 'three', text: 'Three.' }]
const choice = (pick: 'response' | 'tie' | 'all-bad', response: string | null = null) => ({ pick, response, strength: null })

test('what experts said of two responses stands beside what follows from their labels, whatever the responses are called', () => {
  expect(statedAgainstDerived({ responses, overall: choice('response', 'one') }, judged)).toEqual([
    { a: 'one', b: 'two', stated: 'one', derived: 'two', decidedBy: 'safety', same: false },
    { a: 'one', b: 'three', stated: 'one', derived: 'three', decidedBy: 'safety', same: false },
  ])
  expect(statedAgainstDerived({ responses, overall: choice('response', 'two') }, judged)!.map(({ same }) => same)).toEqual([true, false])
  expect(statedAgainstDerived({ responses, overall: choice('tie') }, judged)!.map(({ same }) => same)).toEqual([false, false, true])
})

test('nothing is compared where nothing was said, or where the responses are other ones', () => {
  expect(statedAgainstDerived({ responses, overall: choice('all-bad') }, judged)).toEqual([])
  expect(statedAgainstDerived({ responses: responses.slice(1), overall: choice('tie') }, judged)).toBeNull()
  expect(statedAgainstDerived({ responses: responses.map(({ id }) => ({ id, text: 'One.' })), overall: choice('tie') }, judged)).toBeNull()
})
