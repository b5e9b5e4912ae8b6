import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '@/lib/messages/en'
import { anyBeholder } from '../conversation/any-conversation.testing'
import { anyContent, anyJudgment, better, content, form, settings, tie } from './any-readings.testing'
import { arrangement } from './arrangement'
import { disagreement } from './disagreement'
import { emptyDraft } from './empty-draft'
import type { Draft, Judgment } from './judgment'
import { merge } from './merge'
import { preference } from './preference'
import { problemCodes, problems } from './problems'

const complete: Judgment = { overall: better('one'), axes: { safety: better('one'), proficiency: tie, excellence: better('two', 1) }, rationale: 'Why.', shown: [] }
const found = (draft: Draft, changed: Partial<typeof form> = {}) => problems(draft, { content, settings, form: { ...form, ...changed } }).map(({ path, code }) => `${path} ${code}`)

const examples: [Draft, string[], Partial<typeof form>?][] = [
  [emptyDraft(), ['overall choice-missing', 'axes.safety choice-missing', 'axes.proficiency choice-missing', 'axes.excellence choice-missing', 'rationale rationale-missing']],
  [{ ...complete, axes: { ...complete.axes, style: tie } }, ['axes.style axis-unknown']],
  [{ ...complete, overall: { pick: 'response', response: null, strength: 1 } }, ['overall.response response-missing']],
  [{ ...complete, overall: better('D') }, ['overall.response response-unknown']],
  [{ ...complete, overall: { ...tie, response: 'one', strength: 1 } }, ['overall.response response-beside', 'overall.strength strength-beside']],
  [complete, ['axes.proficiency tie-not-offered'], { tie: false }],
  [{ ...complete, overall: { ...tie, pick: 'all-bad' } }, ['overall all-bad-not-offered'], { allBad: false }],
  [{ ...complete, overall: { ...better('one'), strength: null } }, ['overall.strength strength-missing']],
  [{ ...complete, overall: better('one', 4) }, ['overall.strength strength-unknown-level']],
]

describe('problems', () => {
  test.each(examples)('%# every rule is named where it is broken', (draft, expected, changed) => {
    expect(found(complete)).toEqual([])
    expect(found(draft, changed)).toEqual(expected)
  })

  test('every code there is has an example and a sentence', () => {
    expect(Object.keys(en.preference.problems)).toEqual(expect.arrayContaining([...problemCodes]))
    expect(new Set(examples.flatMap(([, codes]) => codes.map((one) => one.split(' ')[1])))).toEqual(new Set(problemCodes))
  })
})

describe('the order of each person', () => {
  test('an answer comes back by id, the same whatever the order was, which it keeps', () => {
    fc.assert(
      fc.property(anyContent.chain((item) => fc.tuple(fc.constant(item), anyJudgment(item))), anyBeholder, anyBeholder, ([item, meant], one, other) => {
        for (const beholder of [one, other]) {
          const said = arrangement.toShown(meant, item, beholder)
          const back = arrangement.fromShown(said, item, beholder)
          expect({ ...back, shown: [] }).toEqual({ ...meant, shown: [] })
          expect(back.shown).toHaveLength(item.responses.length)
          // Nothing of what the person sees holds an id of the item's own.
          for (const choice of [said.overall, ...Object.values(said.axes)]) if (choice?.response) expect(item.responses.map(({ id }) => id)).not.toContain(choice.response)
        }
      }),
    ) // prettier-ignore
  })

  test('what is complete as shown is complete in itself', () => {
    fc.assert(
      fc.property(anyContent.chain((item) => fc.tuple(fc.constant(item), anyJudgment(item))), anyBeholder, ([item, meant], beholder) => {
        const shown = { content: arrangement.show(item, beholder), settings, form }
        expect(preference.problems(arrangement.toShown(meant, item, beholder), shown)).toEqual([])
        expect(preference.problems(meant, { content: item, settings, form })).toEqual([])
      }),
    )
  })
})

describe('disagreement', () => {
  const [a, b] = [complete, { ...complete, axes: { ...complete.axes, safety: tie } }]

  test('sides count, strengths where the study says so, axes where it counts them; a tie is a side of its own', () => {
    expect(disagreement([a, { ...a, overall: tie }], settings).disputed).toBe(true)
    expect(disagreement([a, { ...a, overall: better('one', 3) }], settings).disputed).toBe(false)
    expect(disagreement([a, { ...a, overall: better('one', 3) }], { ...settings, strengthApart: 1 }).disputed).toBe(false)
    expect(disagreement([a, { ...a, overall: better('one', 3) }], { ...settings, strengthApart: 0 }).points[0]).toMatchObject({ agreed: false, reasons: ['strength'] })
    expect(disagreement([a, b], settings).disputed).toBe(false)
    const counted = disagreement([a, b], { ...settings, counts: 'overall-and-axes' })
    expect(counted.disputed).toBe(true)
    expect(counted.points.map(({ axis, agreed }) => [axis, agreed])).toEqual([[null, true], ['excellence', true], ['proficiency', true], ['safety', false]])
  })

  test('neither the order of readings nor a rationale changes whether they differ; one alone never does', () => {
    fc.assert(
      fc.property(fc.array(anyJudgment(content), { minLength: 1, maxLength: 4 }), fc.constantFrom(null, 0, 1), (readings, strengthApart) => {
        const given = { counts: 'overall-and-axes' as const, strengthApart }
        const { disputed } = disagreement(readings, given)
        expect(disagreement(readings.toReversed().map((reading) => ({ ...reading, rationale: '' })), given).disputed).toBe(disputed)
        expect(disagreement(readings.slice(0, 1), given).disputed).toBe(false)
      }),
    ) // prettier-ignore
  })
})

describe('merge', () => {
  test('complete readings that agree give a complete answer, the same in any order', () => {
    fc.assert(
      fc.property(anyJudgment(content), fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), (judgment, strengths) => {
        const readings = strengths.map((strength) => ({ ...judgment, overall: judgment.overall.pick === 'response' ? { ...judgment.overall, strength } : judgment.overall }))
        const counted = { ...settings, counts: 'overall-and-axes' as const }
        const answer = merge(readings, counted)
        expect(found(answer)).toEqual([])
        expect(merge(readings.toReversed(), counted)).toEqual(answer)
        expect(answer.axes).toEqual(judgment.axes)
        expect(answer.shown).toEqual([])
      }),
    )
  })

  test('takes the lower median of strengths, the longest rationale, and an axis only from more than half', () => {
    const other = { ...complete, overall: better('one', 3), rationale: 'At length.', axes: { ...complete.axes, safety: tie } }
    expect(merge([complete, other], settings)).toEqual({ ...complete, rationale: 'At length.', axes: { proficiency: tie, excellence: better('two', 1) } })
    expect(merge([complete, other, other], settings).axes['safety']).toEqual(tie)
    expect(() => merge([complete, { ...complete, overall: tie }], settings)).toThrow(/agreeing/)
  })
})
