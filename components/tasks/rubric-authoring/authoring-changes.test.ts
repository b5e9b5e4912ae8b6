import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inGroup } from '@/lib/tasks/rubric/groups'
import { content, drafted, judgmentOf, settings } from '@/lib/tasks/rubric-authoring/any-authoring.testing'
import { arrangement } from '@/lib/tasks/rubric-authoring/arrangement'
import { emptyDraft } from '@/lib/tasks/rubric-authoring/empty-draft'
import { draftSchema, reviews } from '@/lib/tasks/rubric-authoring/judgment'
import { added, blank, divided, joined, regrouped, removed, reviewed, rewritten, seamOf, stepped, written } from './authoring-changes'

const of = { content, settings }

test('whoever touches a draft corrects it, unless they reject it; passing lays the changes aside', () => {
  const changed = rewritten(of, written('dose', { text: 'Other.' }))(emptyDraft())
  expect(changed).toMatchObject({ review: 'correct', criteria: [{ id: 'dose', text: 'Other.' }, { id: 'bleed' }, { id: 'kind' }, { id: 'stop' }] })
  const passed = reviewed('pass')(changed)
  expect(passed).toEqual({ ...emptyDraft(), review: 'pass', aside: { criteria: changed.criteria, reasons: [] } })
  expect(JSON.stringify(arrangement.fromShown(passed, content, { item: 'i', person: 'p' }))).not.toContain('Other.')
  expect(rewritten(of, removed('dose'))(judgmentOf(drafted, { review: 'reject' })).review).toBe('reject')
  expect(rewritten({ ...of, content: { ...content, draft: null } }, () => [blank('x', 'main', null)])(emptyDraft()).review).toBeNull()
})

test('what was corrected is there again when the draft is not passed after all, whatever was said in between', () => {
  const corrected = { ...rewritten(of, written('dose', { text: 'Other.' }))(emptyDraft()), reasons: ['wording'] }
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...reviews), { maxLength: 6 }), (said) => {
      const back = reviewed('correct')(said.reduce((draft, review) => reviewed(review)(draft), corrected))
      expect(draftSchema.parse(back)).toEqual(corrected)
    }),
  )
  expect(reviewed('reject')(reviewed('pass')(corrected)).criteria).toEqual(corrected.criteria)
})

test('in another group a criterion is a matter of something there, or it is asked of what', () => {
  const form = { axes: [{ code: 'accuracy', group: 'main' as const, name: { en: 'a', 'zh-CN': 'a' } }, { code: 'danger', group: 'veto' as const, name: { en: 'd', 'zh-CN': 'd' } }] } // prettier-ignore
  const axisIn = (group: 'main' | 'bonus' | 'veto', axis: string) => regrouped(form, 'dose', { group, before: null })(written('dose', { axis })(drafted)).find(({ id }) => id === 'dose')!.axis
  expect([axisIn('veto', 'accuracy'), axisIn('veto', 'danger'), axisIn('bonus', 'accuracy'), axisIn('main', 'of the draft')]).toEqual(['', 'danger', 'accuracy', 'of the draft'])
})

test('trials of a criterion that is gone are gone', () => {
  const trials = [{ response: 'A', criterion: 'dose', label: 'met' as const }, { response: 'A', criterion: 'stop', label: 'met' as const }] // prettier-ignore
  expect(rewritten(of, removed('dose'))({ ...emptyDraft(), trials }).trials).toEqual([trials[1]])
})

test('a step down and a step up is no step, and no step leaves the group', () => {
  fc.assert(
    fc.property(fc.constantFrom(...drafted), ({ id, group }) => {
      const down = stepped(drafted, id, 1)
      if (down) expect(stepped(down, id, -1)).toEqual(drafted)
      expect(inGroup(down ?? drafted, group)).toHaveLength(inGroup(drafted, group).length)
    }),
  )
  expect(stepped(drafted, 'dose', -1)).toBeNull()
  expect(stepped(drafted, 'bleed', 1)).toBeNull()
})

test('a criterion is cut where it asks the second thing, and joined with the one above', () => {
  const parts = (text: string) => divided('dose', seamOf(text), ['p', 'q'])(written('dose', { text })(drafted)).slice(0, 2).map((one) => one.text) // prettier-ignore
  expect(parts('Names the dose and warns of bleeding.')).toEqual(['Names the dose', 'warns of bleeding.'])
  expect(parts('Names the dose, and also warns.')).toEqual(['Names the dose', 'also warns.'])
  expect(parts('提醒风险。建议复查。')).toEqual(['提醒风险。', '建议复查。'])
  expect(parts('提醒风险，并且建议复查。')).toEqual(['提醒风险', '建议复查。'])
  expect(parts('提醒风险，同时建议复查。')).toEqual(['提醒风险', '建议复查。'])
  expect(parts('提醒风险，并建议复查。')).toEqual(['提醒风险', '建议复查。'])
  expect(parts('Gives 0.5 mg and warns.')).toEqual(['Gives 0.5 mg', 'warns.'])
  expect(parts('Names the dose.')).toEqual(['Names the dose.', ''])
  const [one, two] = divided('dose', { end: 5, next: 5 }, ['p', 'q'])(drafted)
  expect([one?.text, two?.text]).toEqual(['Names', 'the maximum daily dose.'])
  expect(joined(drafted, 'bleed', 'j')?.[0]).toMatchObject({ id: 'j', text: 'Names the maximum daily dose. Warns of bleeding with warfarin.', weight: 1_000_000 })
  expect(joined(drafted, 'dose', 'j')).toBeNull()
})

test('a new criterion stands right behind the one it was called from', () => {
  expect(added(blank('n', 'main', null), 'dose')(drafted).map(({ id }) => id)).toEqual(['dose', 'n', 'bleed', 'kind', 'stop'])
  expect(added(blank('n', 'main', null), null)(drafted).at(-1)?.id).toBe('n')
})
