import { expect, test } from 'vitest'
import { emptyDraft } from '@/lib/tasks/preference/empty-draft'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { problems } from '@/lib/tasks/preference/problems'
import { choiceAt, chosen, explained, nextQuestion, openStep, questionsOf, strengthened } from './choices'

const { form, settings } = blindPairs
const content = { prompt: [{ role: 'user' as const, content: '?' }], responses: [{ id: 'A', text: 'x' }, { id: 'B', text: 'y' }] } // prettier-ignore
const first = form.axes[0]!.code

test('a choice asks how strong it is, a tie does not, and the other side asks anew', () => {
  const side = chosen(null, 'response', 'A')(emptyDraft())
  expect(openStep(side, null, form)).toBe('strength')
  const strong = strengthened(null, 2)(side)
  expect(openStep(strong, null, form)).toBeNull()
  expect(chosen(null, 'response', 'A')(strong)).toBe(strong)
  expect(choiceAt(chosen(null, 'response', 'B')(strong), null)).toMatchObject({ response: 'B', strength: null })
  const tie = chosen(null, 'tie', null)(strong)
  expect(openStep(tie, null, form)).toBeNull()
  expect(strengthened(null, 2)(tie)).toBe(tie)
})

test('whoever answers what is asked until nothing is has a complete judgment', () => {
  let draft = emptyDraft()
  let question: string | null | undefined = null
  for (let steps = 0; question !== undefined && steps < 50; steps++) {
    draft = openStep(draft, question, form) === 'strength' ? strengthened(question, 1)(draft) : chosen(question, 'response', 'B')(draft)
    if (openStep(draft, question, form) === null) question = nextQuestion(draft, question, form)
  }
  expect(problems(explained('Safer.')(draft), { content, settings, form })).toEqual([])
  expect(Object.keys(draft.axes)).toEqual(form.axes.map(({ code }) => code))
})

test('the next question is found round the end', () => {
  const draft = chosen(null, 'tie', null)(emptyDraft())
  expect(nextQuestion(draft, questionsOf(form).at(-1)!, form)).toBe(first)
  expect(nextQuestion(emptyDraft(), questionsOf(form).at(-1)!, form)).toBeNull()
})
