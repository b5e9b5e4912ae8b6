import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyBeholder } from './conversation/any-conversation.testing'
import { arrangement as pairs } from './preference/arrangement'
import { anyContent as anyPair, anyJudgment as anyPreference, form as pairForm, settings } from './preference/any-readings.testing'
import { fitDraft as fitPreference } from './preference/fit-draft'
import { preference } from './preference/preference'
import { fitDraft as fitRubric } from './rubric-authoring/fit-draft'
import { emptyDraft } from './rubric-authoring/empty-draft'
import { proMedical as authoring } from './rubric-authoring/templates/promedical'
import { arrangement } from './rubric-scoring/arrangement'
import { anyRead, form } from './rubric-scoring/any-readings.testing'
import { fitDraft } from './rubric-scoring/fit-draft'
import { problems } from './rubric-scoring/problems'
import { proMedical as scoring } from './rubric-scoring/templates/promedical'

test('work that answers what is asked loses nothing, from whatever seat it is looked at', () => {
  fc.assert(
    fc.property(anyRead, anyBeholder, anyBeholder, ([item, meant], one, other) => {
      const begun = arrangement.toShown(meant, item, one)
      expect(fitDraft(begun, { content: arrangement.show(item, other), form })).toEqual({ draft: begun, lost: 0 })
    }),
  )
  fc.assert(
    fc.property(anyPair.chain((item) => fc.tuple(fc.constant(item), anyPreference(item))), anyBeholder, anyBeholder, ([item, meant], one, other) => {
      const begun = pairs.toShown(meant, item, one)
      expect(fitPreference(begun, { content: pairs.show(item, other), form: pairForm })).toEqual({ draft: begun, lost: 0 })
    }),
  )
})

test('a criterion that was reworded or put into another group under its name is open again, and no other', () => {
  fc.assert(
    fc.property(anyRead, fc.nat(5), fc.boolean(), anyBeholder, ([item, meant], nth, grouped, beholder) => {
      const { criteria } = item.rubric
      // What says the same as another is as good as the other.
      fc.pre(new Set(criteria.map(({ text }) => text)).size === criteria.length)
      const changed = criteria[nth % criteria.length]!
      const later = { ...changed, ...(grouped ? { group: changed.group === 'veto' ? ('bonus' as const) : ('veto' as const) } : { text: `${changed.text} And why.` }) }
      const revised = { ...item, rubric: { ...item.rubric, version: 2, criteria: criteria.map((one) => (one === changed ? later : one)) } }
      const content = arrangement.show(revised, beholder)
      const { draft, lost } = fitDraft(arrangement.toShown(meant, item, beholder), { content, form })
      expect(lost).toBe(item.responses.length)
      const open = problems(draft, { content, form, settings: scoring.settings })
      expect(new Set(open.map(({ code }) => code))).toEqual(new Set(['label-missing']))
      expect(open).toHaveLength(item.responses.length)
      const kept = arrangement.fromShown(draft, revised, beholder).labels
      expect(kept).toEqual(meant.labels.filter(({ criterion }) => criterion !== changed.id))
    }),
  )
})

test('what a later form no longer offers is taken out or open again, so that nothing unseen is in the way', () => {
  const content = { prompt: [], responses: [{ id: 'x', text: 'Yes.' }, { id: 'y', text: 'No.' }] }
  const choice = (pick: 'response' | 'tie', strength: number | null) => ({ pick, response: pick === 'response' ? 'x' : null, strength })
  const begun = { overall: choice('response', 3), axes: { gone: choice('response', 1), kept: choice('tie', null) }, rationale: 'Why.', shown: [] }
  const [axis] = pairForm.axes
  const later = { ...pairForm, tie: false, axes: [{ ...axis!, code: 'kept' }], strength: null }
  const { draft, lost } = fitPreference(begun, { content, form: later })
  expect([draft, lost]).toEqual([{ ...begun, overall: choice('response', null), axes: {} }, 3])
  expect(preference.problems(draft, { content, form: later, settings }).filter(({ path }) => path !== 'axes.kept')).toEqual([])

  const written = { ...emptyDraft(), reasons: ['wording', 'gone'], trials: [{ response: 'x', criterion: 'c', label: 'met' as const }, { response: 'A', criterion: 'c', label: 'met' as const }] }
  expect(fitRubric(written, { content: { ...content, draft: null, references: [] }, form: authoring.form })).toEqual({ draft: { ...written, reasons: ['wording'], trials: [written.trials[0]] }, lost: 2 })
})
