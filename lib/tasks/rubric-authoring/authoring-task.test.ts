import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { en } from '@/lib/messages/en'
import { anyBeholder } from '../conversation/any-conversation.testing'
import type { Criterion } from '../rubric/criterion'
import { inGroup, wholeWeight } from '../rubric/groups'
import { rubricOfPoints } from '../rubric/healthbench-rubric'
import { incomingRubric } from '../rubric/rubric-schema'
import { criterionOf } from '../rubric-scoring/any-readings.testing'
import { anyContent, anyJudgments, changed, content, drafted, form, judgmentOf, settings, weightOf } from './any-authoring.testing'
import { arrangement } from './arrangement'
import { countedByPoints } from './counted-by-points'
import { criterionRows } from './criterion-rows'
import { disagreement } from './disagreement'
import { duplicated, merged, split } from './edit-rubric'
import { emptyDraft } from './empty-draft'
import { judgmentSchema, type Draft } from './judgment'
import { labels } from './labels'
import { merge } from './merge'
import { problemCodes, problems } from './problems'
import { readerAgreement } from './reader-agreement'
import { provenanceOf } from './record'
import { rubricAuthoring } from './rubric-authoring'
import { healthBench } from './templates/healthbench'

type Of = { settings?: Partial<typeof settings>; form?: Partial<typeof form>; content?: Partial<typeof content> }
const found = (draft: Draft, of: Of = {}) => problems(draft, { content: { ...content, ...of.content }, settings: { ...settings, ...of.settings }, form: { ...form, ...of.form } }).map(({ path, code }) => `${path} ${code}`)
const alone = { content: { draft: null } }
const written = (criteria: readonly Criterion[]): Draft => judgmentOf(criteria, { review: null, reasons: [] })

const examples: [Draft, string[], Of?][] = [
  [emptyDraft(), ['review review-missing']],
  [written(drafted), [], alone],
  [judgmentOf(drafted), ['review review-unasked'], alone],
  [{ ...emptyDraft(), review: 'pass' }, []],
  [judgmentOf(changed('dose', { text: 'Other.' }), { review: 'pass' }), ['review passed-but-changed']],
  [judgmentOf(drafted), ['review corrected-but-unchanged']],
  [judgmentOf(changed('dose', { text: 'Other.' }), { reasons: [] }), ['reasons reasons-missing']],
  [{ ...emptyDraft(), review: 'reject' }, ['reasons reasons-missing']],
  [{ ...emptyDraft(), review: 'reject', reasons: ['wording'] }, []],
  [{ ...emptyDraft(), review: 'reject', reasons: ['x'] }, ['reasons reason-unknown']],
  [written([]), ['criteria criteria-missing'], alone],
  [written([...drafted, drafted[2]!]), ['criteria.kind criterion-twice'], alone],
  [written(changed('dose', { text: ' ' })), ['criteria.dose.text text-missing'], alone],
  [written(changed('dose', { axis: '' })), ['criteria.dose.axis axis-missing'], alone],
  [written(changed('dose', { axis: '' })), [], { ...alone, form: { axes: [] } }],
  [written(changed('dose', { rationale: 'r' })), ['bleed', 'kind', 'stop'].map((id) => `criteria.${id}.rationale why-missing`), { ...alone, form: { rationale: 'required' } }],
  [written(changed('dose', { evidence: 'NICE 2024' })), ['bleed', 'kind', 'stop'].map((id) => `criteria.${id}.evidence source-missing`), { ...alone, form: { evidence: 'required' } }],
  [written(changed('dose', { weight: 599_999 })), ['weights weights-not-one'], alone],
  [written([...drafted, criterionOf('renal', 'main')]), ['criteria.renal.weight weight-missing'], alone],
  [judgmentOf([...drafted, criterionOf('renal', 'main')]), ['criteria.renal.weight weight-missing']],
  [written(changed('stop', { weight: 1 })), ['criteria.stop.weight weight-outside-main'], alone],
  [written([criterionOf('a', 'main', { weight: wholeWeight, points: 0 })]), ['criteria.a.points points-missing'], { ...alone, settings: { counting: 'points' } }],
  [written([criterionOf('a', 'main', { weight: wholeWeight, points: -3 })]), ['criteria.a.points group-not-of-points'], { ...alone, settings: { counting: 'points' } }],
]

describe('problems', () => {
  test.each(examples)('%# every rule is named where it is broken', (draft, expected, of) => {
    expect(found(draft, of)).toEqual(expected)
  })

  test('every code there is has an example and a sentence', () => {
    expect(Object.keys(en['rubric-authoring'].problems)).toEqual(expect.arrayContaining([...problemCodes]))
    expect(new Set(examples.flatMap(([, codes]) => codes.map((one) => one.split(' ')[1])))).toEqual(new Set(problemCodes))
  })

  test('what comes weighing nothing may go on so, and what is counted by points needs no weight', () => {
    const given = [...drafted, criterionOf('renal', 'main', { points: 1 })]
    expect(found(judgmentOf(given.slice(1).with(0, { ...given[1]!, weight: wholeWeight })), { content: { draft: { ...content.draft!, criteria: given } } })).toEqual([])
    expect(found(written(given.map((one) => ({ ...one, points: one.group === 'veto' ? -1 : 1, group: one.group === 'veto' ? ('veto' as const) : ('main' as const) }))), { ...alone, settings: { counting: 'points' } })).toEqual([])
  })

  test('locking a weight is no correction', () => {
    expect(found(judgmentOf(changed('dose', { locked: true }), { review: 'pass', reasons: [] }))).toEqual([])
  })
})

describe('several authors', () => {
  test('every criterion of every rubric stands in one row, and who comes first changes no row', () => {
    fc.assert(
      fc.property(anyJudgments, (judgments) => {
        const rubrics = judgments.map(({ criteria }) => criteria)
        const rows = criterionRows(rubrics)
        for (const [at, criteria] of rubrics.entries()) {
          expect(new Set(rows.flatMap(({ said }) => said[at] ?? []))).toEqual(new Set(criteria))
          expect(rows.filter(({ said }) => said[at])).toHaveLength(criteria.length)
        }
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
        expect(criterionRows(rubrics.toReversed()).map(({ id, said }) => ({ id, said: said.toReversed() }))).toEqual(rows)
      }),
    )
  })

  test('the rule is the same whoever comes first, and nobody differs from themselves', () => {
    fc.assert(
      fc.property(anyJudgments, (judgments) => {
        expect(disagreement(judgments.toReversed(), settings).disputed).toBe(disagreement(judgments, settings).disputed)
        expect(disagreement([judgments[0]!, judgments[0]!], settings).disputed).toBe(false)
      }),
    )
  })

  test('what agrees merges into a rubric that scoring takes, whoever comes first; what is disputed never merges', () => {
    fc.assert(
      fc.property(anyJudgments, (judgments) => {
        if (disagreement(judgments, settings).disputed) {
          expect(() => merge(judgments, settings)).toThrow('agreeing')
          return
        }
        const answer = merge(judgments, settings)
        expect(merge(judgments.toReversed(), settings)).toEqual(answer)
        expect(judgmentSchema.parse(answer)).toEqual(answer)
        if (answer.criteria.length > 0) expect(incomingRubric.safeParse({ version: 1, criteria: answer.criteria }).success).toBe(true)
        if (inGroup(answer.criteria, 'main').length > 0) expect(weightOf(answer.criteria)).toBe(wholeWeight)
      }),
    )
  })

  test('small differences of weight and punctuation are agreement; other words, places and a missing criterion are not', () => {
    const one = judgmentOf(drafted)
    const points = (other: Criterion[]) => disagreement([one, judgmentOf(other)], settings).points.flatMap((point) => (point.kind === 'criterion' && !point.agreed ? [`${point.criterion} ${point.differing.join()}`] : []))
    const moved = drafted.map((each) => (each.id === 'dose' ? { ...each, weight: 570_000 } : each.id === 'bleed' ? { ...each, weight: 430_000, text: 'warns of bleeding with Warfarin' } : each))
    expect(points(moved)).toEqual([])
    expect(merge([one, judgmentOf(moved)], settings).criteria.slice(0, 2)).toMatchObject([{ id: 'dose', weight: 585_000, origin: { kind: 'draft' } }, { id: 'bleed', weight: 415_000 }])
    expect(points(changed('dose', { text: 'Tells to see a doctor.' }))).toEqual(['dose text'])
    expect(points(changed('dose', { weight: 500_000, axis: 'context' }))).toEqual(['dose axis,weight'])
    expect(points(drafted.slice(1))).toEqual(['dose presence'])
    expect(disagreement([one, judgmentOf([], { review: 'reject' })], settings).points[0]).toEqual({ kind: 'review', agreed: false, said: ['correct', 'reject'], reasons: [['wording'], ['wording']] })
  }) // prettier-ignore

  test('criteria that two wrote in the same words are one, and it says of which it was made', () => {
    const own = (id: string) => written([criterionOf(id, 'main', { text: 'Names the dose.', weight: wholeWeight, origin: { kind: 'written', from: [] } })])
    const { criteria } = merge([own('x'), own('y')].map((draft) => judgmentSchema.parse(draft)), settings)
    expect(criteria).toMatchObject([{ text: 'Names the dose.', weight: wholeWeight, origin: { kind: 'merged', from: ['x', 'y'] } }])
  }) // prettier-ignore

  test('what nobody touched is as it was drafted: order, tags and all, and its provenance says that nothing was changed', () => {
    const { settings: byPoints } = healthBench
    // A set lists what must not be there among the rest, and its tags in an order of its own.
    const rubric = rubricOfPoints([[5, 'level:example'], [-8, 'cluster:x'], [3, 'axis:accuracy']].map(([points, tag], nth) => ({ criterion: `Says ${nth} things.`, points: points as number, tags: [tag as string, 'axis:accuracy', 'also'] })))
    const came = rubric.criteria.map((one): Criterion => ({ ...one, origin: { kind: 'draft', from: [] } }))
    for (const of of [settings, byPoints]) {
      const passed = judgmentOf(came, { review: 'pass', reasons: [] })
      expect(merge([passed, passed], of)).toEqual(passed)
      const one = came.map((each, nth) => (nth === 2 ? { ...each, text: 'Says a third thing.' } : each))
      const { criteria } = merge([judgmentOf(one), judgmentOf(one)], of)
      expect(criteria).toEqual(one)
      expect(provenanceOf(criteria, came, 'consensus', undefined)).toMatchObject([{ changed: [] }, { changed: [] }, { changed: ['text'] }])
    }
  }) // prettier-ignore

  test('what only one has stands behind its group, and the rest where all have it', () => {
    const mixed = [drafted[3]!, drafted[0]!, drafted[2]!, drafted[1]!]
    const more = [criterionOf('z', 'main', { text: 'Asks about the kidneys.' }), ...mixed]
    expect(new Set([[mixed, more], [more, mixed]].map((rubrics) => criterionRows(rubrics).map(({ id }) => id).join()))).toEqual(new Set(['stop,dose,kind,bleed,z']))
  }) // prettier-ignore

  test('agreement: how much is aligned, how alike its words are, and what they say of the draft', () => {
    const collector = readerAgreement(settings, { seed: 1, resamples: 200 })
    collector.add([{ rater: 'R-1', answer: judgmentOf(drafted), form: null }, { rater: 'R-2', answer: judgmentOf(drafted.slice(1), { review: 'reject' }), form: null }], { content })
    collector.add([{ rater: 'R-1', answer: judgmentOf(drafted), form: null }, { rater: 'R-2', answer: judgmentOf(drafted.slice(1)), form: null }], { content })
    // AC1 of three answers, π = .75 and .25: (.5 - .1875) / .8125. Of 4 + 0 and 4 + 3 criteria, 0 and 2 · 3 are aligned.
    expect(collector.measures().map(({ metric, of, value, items, raters }) => [metric, of, value, items, raters])).toEqual([['percent', 'review', 0.5, 2, 2], ['kappa', 'review', 0, 2, 2], ['alpha', 'review', 0, 2, 2], ['ac1', 'review', 5 / 13, 2, 2], ['criteria-f1', 'criteria', 6 / 11, 2, 2], ['text-similarity', 'criteria', 1, 2, 2]])
    // One item has rows in common: of what was aligned there is no interval.
    const intervals = Object.fromEntries(collector.measures().map(({ metric, interval }) => [metric, interval]))
    expect([intervals['criteria-f1'] === null, intervals['text-similarity']]).toEqual([false, null])
    expect(readerAgreement(settings, { seed: 1, resamples: 9 }).measures().map(({ value, reason }) => [value, reason !== null])).toEqual([[null, true], [null, true]])
  }) // prettier-ignore
})

describe('what a person sees', () => {
  test('responses go by their words and criteria by nobody, and a judgment comes back in the item’s own names', () => {
    fc.assert(
      fc.property(anyContent, anyBeholder, (of, beholder) => {
        const shown = arrangement.show(of, beholder)
        const ids = of.responses.map(({ id }) => id)
        for (const { id } of shown.responses) expect(ids).not.toContain(id)
        for (const { origin, since } of shown.draft?.criteria ?? []) expect([origin, since]).toEqual([{ kind: 'draft', from: [] }, null])
        const trials = shown.responses.map(({ id }) => ({ response: id, criterion: shown.draft?.criteria[0]?.id ?? 'own', label: 'met' as const }))
        const kept = arrangement.fromShown({ ...emptyDraft(), trials }, of, beholder)
        expect(new Set(kept.trials.map(({ response }) => response))).toEqual(new Set(of.responses.map(({ id }) => id)))
        expect(arrangement.toShown(kept, of, beholder).trials).toEqual(trials)
        // What was not touched is the draft itself from here on.
        const came = (of.draft?.criteria ?? []).map((one) => ({ ...one, origin: { kind: 'draft', from: [] }, since: null }))
        expect(kept.criteria).toEqual(came)
        // Nor does what was only looked at differ from it, when it is there to be written on.
        const written = { ...emptyDraft(), criteria: shown.draft?.criteria ?? [] }
        expect(arrangement.fromShown(written, of, beholder).criteria).toEqual(came)
        expect(arrangement.toShown(arrangement.fromShown(written, of, beholder), of, beholder)).toEqual(written)
      }),
    )
  })

  test('neither the names of a draft’s criteria nor their tags say who drafted it, and what is made of them has their tags again', () => {
    const criteria = drafted.map((one) => ({ ...one, id: `canary-${one.id}`, tags: ['model:canary', 'level:example'] }))
    const [of, beholder] = [{ ...content, draft: { ...content.draft!, criteria } }, { item: 'i', person: 'p' }]
    const shown = arrangement.show(of, beholder)
    expect(JSON.stringify(shown)).not.toContain('canary')
    const [dose, ...rest] = shown.draft!.criteria
    const parts = split([{ ...dose!, tags: ['own'] }, ...rest], dose!.id, [{ id: 'p', text: 'Names the dose.' }, { id: 'q', text: 'Names its limit.' }])
    const kept = arrangement.fromShown(judgmentOf(parts), of, beholder)
    expect(kept.criteria!.map(({ id, tags, origin }) => [id, tags.join(), origin.from.join()])).toEqual([['p', 'model:canary,level:example,own', 'canary-dose'], ['q', 'model:canary,level:example,own', 'canary-dose'], ...['bleed', 'kind', 'stop'].map((id) => [`canary-${id}`, 'model:canary,level:example', ''])])
    expect(JSON.stringify(arrangement.toShown(kept, of, beholder))).not.toContain('canary')
    expect(arrangement.toShown(kept, of, beholder).criteria).toEqual(parts)
    // Through further steps too: a part of a part, a copy of it, and what these are merged into.
    const again = duplicated(split(parts, 'p', [{ id: 'r', text: 'Names it.' }, { id: 's', text: 'In full.' }]), 'r', 'copy')
    const through = merged(again, ['copy', rest[0]!.id], { id: 'whole', text: 'All of it.' })
    const tagsOf = (id: string) => arrangement.fromShown(judgmentOf(through), of, beholder).criteria!.find((one) => one.id === id)!.tags
    for (const id of ['r', 's', 'whole']) expect(tagsOf(id)).toEqual(expect.arrayContaining(['model:canary', 'level:example']))
  }) // prettier-ignore
})

test('signed points decide group and weight, and the weights sum to one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -10, max: 10 }), { maxLength: 20 }), (points) => {
      const counted = countedByPoints(points.map((each, nth) => criterionOf(`c${nth}`, 'bonus', { points: each })))
      expect(counted.map(({ group }) => group)).toEqual(points.map((each) => (each < 0 ? 'veto' : 'main')))
      const main = inGroup(counted, 'main')
      expect(weightOf(counted)).toBe(main.length === 0 ? 0 : wholeWeight)
    }),
  )
})

test('templates fit their schemas, and verdicts of one kind fall into the same classes', () => {
  for (const template of rubricAuthoring.templates) {
    expect(rubricAuthoring.settings.parse(template.settings)).toEqual(template.settings)
    expect(rubricAuthoring.form.parse(template.form)).toEqual(template.form)
  }
  expect(healthBench.settings.counting).toBe('points')
  // Studies of before agreement asked for the same words.
  expect(rubricAuthoring.settings.parse({ ...settings, sameWording: 0.9 })).toEqual(settings)
  const by = (counting: 'weights' | 'points') => ({ settings: { counting } })
  expect(labels(judgmentOf(drafted), by('weights'))).toEqual({ review: ['correct'], safety: ['has-veto'], criteria: ['up-to-5'] })
  expect(labels(judgmentOf(drafted), by('points'))).toMatchObject({ safety: [] })
  expect(labels(judgmentOf(drafted, { review: 'reject' }), by('weights'))).toEqual({ review: ['reject'], safety: ['no-veto'], criteria: ['none'] })
})
