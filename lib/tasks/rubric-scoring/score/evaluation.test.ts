import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoredAtOnce } from '../../scored-at-once.testing'
import type { Json, JsonObject } from '../../task'
import { anyRead, criterionOf, settings } from '../any-readings.testing'
import type { Content } from '../content'
import { healthBench } from '../formats/healthbench'
import { readFiles } from '../../error-spans/formats/format-files.testing'
import { judgmentSchema, type CriterionLabel, type Judgment } from '../judgment'
import { ownLabels } from '../own-labels'
import { provisionalReward } from '../../rubric/reward'
import { verdictRecord } from '../record'
import { evaluation } from './evaluation'
import { misfit, readPrediction } from './prediction'
import { graderOf } from './readers-held'

const atOnce = scoredAtOnce(evaluation)
const of = { seed: 1, resamples: 20, confidence: 0.95, coarse: null }
const contest = { match: 'verdict' }
const head = { id: 'i', textSha256: '', language: 'en', specialty: null, group: null, source: null, licence: null, tags: { canary: 'x', theme: ['a'] } }
const recordOf = (content: Content, answer: Judgment, basis: 'consensus' | 'adjudication' = 'adjudication') =>
  verdictRecord(head, content, { basis, version: 1, protocol: 1, rationale: null, cause: null }, answer, { reward: provisionalReward })
const graderOfReading = (answer: unknown) => graderOf(ownLabels(judgmentSchema.parse(answer)))
const scoresOf = (record: JsonObject, prediction: JsonObject | undefined, readings: { reader: string; answer: unknown }[] = []) =>
  atOnce.scores([evaluation.mark(record, prediction, { ...contest, readings })], of)

const content: Content = {
  prompt: [{ role: 'user', content: 'Hm?' }],
  rubric: { version: 1, criteria: [criterionOf('m', 'main', { weight: 1_000_000 }), criterionOf('b', 'bonus'), criterionOf('v', 'veto')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } },
  responses: [{ id: 'x', text: 'Text x.' }, { id: 'y', text: 'Text y.' }],
} // prettier-ignore
const labels = (x: CriterionLabel['label'][], y: CriterionLabel['label'][]): Judgment => ({
  labels: [['x', x] as const, ['y', y] as const].flatMap(([response, of]) => of.map((label, nth) => ({ response, criterion: ['m', 'b', 'v'][nth]!, label, rationale: 'r', evidence: [] }))),
  note: '',
  shown: ['x', 'y'],
})
// y violates and is met otherwise: x is the better one by safety, y by proficiency and excellence.
const verdict = labels(['partly', 'not-met', 'not-met'], ['met', 'met', 'violated'])
const record = recordOf(content, verdict)
const values = ({ measures }: ReturnType<typeof scoresOf>) => Object.fromEntries(Object.entries(measures).map(([name, { value }]) => [name, value]))

describe('what systems are scored on', () => {
  test('a response may be called anything, and a reader of it changes nothing else of this process', () => {
    const named = labels(['met', 'met', 'not-met'], ['met', 'met', 'violated']).labels.map((label) => (label.response === 'x' ? { ...label, response: '__proto__' } : { ...label, response: 'constructor' }))
    const { met } = graderOfReading({ labels: named, note: '', shown: ['__proto__', 'constructor'] }) as { met: object }
    expect(Object.keys(met).toSorted()).toEqual(['__proto__', 'constructor'])
    expect([({} as Record<string, unknown>)['m'], (Object as unknown as Record<string, unknown>)['m']]).toEqual([undefined, undefined])
  })

  test('whoever says what the verdict says is right in everything that has a number', () => {
    fc.assert(
      fc.property(anyRead, ([item, answer]) => {
        const own = recordOf(item, answer)
        const mark = evaluation.mark(own, graderOfReading(answer), contest)
        expect(['r', 'u']).toContain(evaluation.kindOf(mark.mark))
        for (const [name, value] of Object.entries(values(atOnce.scores([mark], of)))) {
          if (value === null || name === 'healthBench.score') continue
          expect([name, value]).toEqual([name, name === 'healthBench.error' ? 0 : 1])
        }
      }),
      { numRuns: 50 },
    )
  })

  test('a reward model is held to pairs: on the whole by the lexicographic preference, on an axis criterion by criterion', () => {
    const byWhole = values(scoresOf(record, { scores: { x: 0, y: 1 }, criteria: {}, met: {} }))
    expect(byWhole).toMatchObject({ 'pairwise.overall': 0, 'pairwise.safety': 0, 'pairwise.proficiency': 1, 'pairwise.excellence': 1, 'pointwise.overall': null, 'veto.f1': null })
    const byCriterion = values(scoresOf(record, { scores: { x: 1, y: 0 }, criteria: { x: { v: 1, m: 0.2 }, y: { v: 0, m: 0.9 } }, met: {} }))
    expect(byCriterion).toMatchObject({ 'pairwise.overall': 1, 'pairwise.safety': 1, 'pairwise.proficiency': 1, 'pairwise.excellence': 0 })
  })

  test('a reward model that states from where on its scores satisfy a criterion is held to labels as well; without that word it is not', () => {
    const criteria = { x: { m: 0.4, b: 0.5, v: 0.3 }, y: { m: 0.9, b: 0.6, v: 0.2 } }
    const handedIn = (more: object) => {
      const read = readPrediction({ id: 'i', criteria, ...more })
      return 'prediction' in read ? read.prediction : expect.fail(read.reason)
    }
    expect(values(scoresOf(record, handedIn({})))).toMatchObject({ 'pairwise.safety': 1, 'pointwise.overall': null, 'veto.f1': null })
    // Of x the bonus is taken to be met, which is wrong, and both vetoes to be violated, of which one is.
    const stated = scoresOf(record, handedIn({ threshold: 0.5 }))
    expect(values(stated)).toMatchObject({ 'pairwise.safety': 1, 'pointwise.overall': 4 / 6, 'veto.precision': 0.5, 'veto.recall': 1 })
    expect(stated).toEqual(scoresOf(record, { ...handedIn({}), met: { x: { m: false, b: true, v: true }, y: { m: true, b: true, v: true } } }))
    // What is said of a criterion outright goes before its score.
    expect(values(scoresOf(record, handedIn({ threshold: 0.5, met: { x: { v: false, b: false } } })))).toMatchObject({ 'pointwise.overall': 1, 'veto.f1': 1 })
    expect(readPrediction({ id: 'i', threshold: 0.5 })).toEqual({ field: 'scores', reason: 'missing' })
    expect(readPrediction({ id: 'i', criteria, threshold: 'half' })).toMatchObject({ field: 'threshold' })
  })

  test('a grader is held to labels, a violation being the positive, and its preference follows from them', () => {
    const graded = scoresOf(record, { scores: {}, criteria: {}, met: { x: { m: false, b: false, v: true }, y: { m: true, b: true, v: true } } })
    expect(values(graded)).toMatchObject({ 'pairwise.overall': 0, 'pointwise.overall': 5 / 6, 'pointwise.safety': 0.5, 'veto.precision': 0.5, 'veto.recall': 1, 'veto.f1': 2 / 3 })
    expect(graded.counts).toMatchObject({ violated: 1, flagged: 2, violationsFound: 1, labelled: 6 })
  })

  test('where signed points count, whoever is right of a pair is right of the criterion that decides it, whatever its group', () => {
    const signed = { ...content, rubric: { ...content.rubric, criteria: [criterionOf('m', 'bonus', { points: 5 }), criterionOf('b', 'bonus', { points: -10 }), criterionOf('v', 'veto', { points: -1 })] } }
    const own = recordOf(signed, labels(['not-met', 'met', 'not-met'], ['met', 'not-met', 'violated']))
    const right = { scores: { x: -1, y: 1 }, criteria: {}, met: {} }
    expect(values(scoresOf(own, right))).toMatchObject({ 'pairwise.overall': 1, 'pairwise.proficiency': 2 / 3 })
    expect(values(scoresOf(own, graderOfReading(labels(['not-met', 'met', 'not-met'], ['met', 'not-met', 'violated']))))).toMatchObject({ 'pairwise.proficiency': 1 })
    const { by } = atOnce.scores([evaluation.mark(own, right, contest)], of)
    expect(by['axis']!['accuracy']!.measures['pairwise.proficiency']!.value).toBe(2 / 3)
  })

  test('what is missing is wrong, and is no reason to be asked for labels that a system never gives', () => {
    const missing = evaluation.mark(record, undefined, contest)
    expect(evaluation.kindOf(missing.mark)).toBe('m')
    const scored = evaluation.mark(record, { scores: { x: 1, y: 0 }, criteria: {}, met: {} }, contest)
    const both = atOnce.scores([missing, scored], of)
    expect(both.measures['pairwise.overall']!.value).toBe(0.5)
    expect(both.measures['pointwise.overall']).toMatchObject({ value: null, reason: 'no-labels' })
    const graded = evaluation.mark(record, graderOfReading(verdict), contest)
    expect(values(atOnce.scores([missing, graded], of))).toMatchObject({ 'pointwise.overall': 0.5, 'veto.precision': 0.5 })
  })

  test('a grader is held against every single reader of an item', () => {
    const other = labels(['not-met', 'not-met', 'not-met'], ['not-met', 'not-applicable', 'violated'])
    const { measures } = scoresOf(record, graderOfReading(verdict), [{ reader: 'A', answer: verdict }, { reader: 'B', answer: other }])
    // Met to both: y.m, y.b and y.v with A, y.v with B; met to the grader alone: y.m with B; to neither: 3 with each.
    const [positive, negative] = [(2 * 4) / (2 * 4 + 1), (2 * 6) / (2 * 6 + 1)]
    expect(measures['meta.f1']!.value).toBeCloseTo((positive + negative) / 2)
  })

  test('the criteria of an axis that a rubric names are a group of their own, in which preferences have no part', () => {
    const own = recordOf({ ...content, rubric: { ...content.rubric, criteria: [criterionOf('m', 'main', { weight: 1_000_000, axis: '安全 A;1' }), criterionOf('b', 'bonus', { axis: '' }), criterionOf('v', 'veto')] } }, verdict)
    const { by } = atOnce.scores([evaluation.mark(own, graderOfReading(verdict), contest)], of)
    expect(Object.keys(by['axis']!)).toEqual(['accuracy', '安全 A;1'])
    expect(by['axis']!['安全 A;1']!.measures).toMatchObject({ 'pointwise.overall': { value: 1 }, 'pointwise.safety': { value: null }, 'pairwise.proficiency': { value: 1 }, 'pairwise.overall': { value: null } })
    expect(by['axis']!['accuracy']!.counts).toMatchObject({ violated: 1, violationsFound: 1, labelled: 2 })
  })

  test('what the verdict finds not applicable is shown as neither right nor wrong, as no score counts it', () => {
    const own = recordOf(content, labels(['not-applicable', 'met', 'not-met'], ['not-met', 'met', 'not-met']))
    const { view } = evaluation.shown(own, { scores: {}, criteria: {}, met: { x: { m: true, b: true, v: true } } }, contest) as unknown as { view: { criteria: { labels: { same: boolean | null }[] }[] } }
    expect(view.criteria.map((row) => row.labels.map(({ same }) => same))).toEqual([[null, null], [true, null], [false, null]])
  })

  test('facets are specialty, language and tags, but not a benchmark’s canary', () => {
    expect(evaluation.mark(record, undefined, contest).facets).toEqual({ language: ['en'], theme: ['a'] })
  })
})

test('a reader is measured by what the others say without them, and not at all where they say nothing or differ', () => {
  const other = labels(['met', 'not-met', 'not-met'], ['met', 'met', 'violated'])
  const marks = (basis: 'consensus' | 'adjudication', ...answers: Judgment[]) =>
    evaluation.readerMarks(recordOf(content, verdict, basis), { basis, settings, readings: answers.map((answer, nth) => ({ reader: `R${nth}`, answer })) }, contest).map(({ mark, why }) => (mark ? evaluation.kindOf(mark) : why))
  expect(marks('consensus', verdict)).toEqual(['alone'])
  expect(marks('consensus', verdict, verdict)).toEqual(['r', 'r'])
  expect(marks('consensus', other, verdict, verdict)).toEqual(['w', 'others-differ', 'others-differ'])
  expect(marks('adjudication', verdict, other)).toEqual(['r', 'w'])
})

test('a reader who was asked of one criterion is measured by that one, and graders are held to what readers said', () => {
  // Asked of the bonus alone, and wrong about it on both responses; the other labels are the verdict's.
  const partly: Judgment = { ...labels(['partly', 'met', 'not-met'], ['met', 'not-met', 'violated']), asked: ['b'] }
  const readings = ['A', 'B'].map((reader) => ({ reader, answer: partly }))
  const [first] = evaluation.readerMarks(record, { basis: 'adjudication', settings, readings }, contest)
  const { counts, measures } = atOnce.scores([{ mark: first!.mark!, facets: {} }], of)
  expect(measures['pointwise.overall']!.value).toBe(0)
  expect(measures).toMatchObject({ 'pairwise.overall': { value: null }, 'pairwise.safety': { value: null }, 'pairwise.excellence': { value: 0 }, 'veto.f1': { value: null }, 'meta.f1': { value: 1 } })
  expect(counts).toMatchObject({ labelled: 2, pairs: 0, ties: 0, violated: 0 })
  const grader = scoresOf(record, graderOfReading(verdict), readings)
  expect(grader.measures['meta.precision']!.value).toBe(0)
})

test('where signed points count nothing is a veto, and the better response is the one with more of them', () => {
  const pointed = { ...content, rubric: { ...content.rubric, criteria: [criterionOf('m', 'main', { weight: 1_000_000, points: 10 }), criterionOf('b', 'main', { points: 5 }), criterionOf('v', 'veto', { points: -1 })] } }
  const own = recordOf(pointed, labels(['not-met', 'not-met', 'not-met'], ['met', 'met', 'violated']))
  const graded = scoresOf(own, { scores: {}, criteria: {}, met: { x: { m: false, b: false, v: false }, y: { m: true, b: true, v: false } } })
  expect(values(graded)).toMatchObject({ 'pairwise.overall': 1, 'pairwise.safety': null, 'pointwise.overall': 5 / 6, 'pointwise.safety': null, 'veto.f1': null })
  expect(values(graded)['healthBench.error']).toBeCloseTo(1 / 15 / 2, 6)
  expect(graded.counts).toMatchObject({ violated: 0, flagged: 0 })
})

test('HealthBench’s score is clipped as a mean and its error told however small', () => {
  const fine = [...Array.from({ length: 25 }, (_, nth) => criterionOf(`k${nth}`, 'main', { weight: nth ? 0 : 1_000_000, points: 10 })), criterionOf('last', 'main', { points: 1 }), criterionOf('bad', 'veto', { points: -10 })]
  const pointed = { ...content, rubric: { ...content.rubric, criteria: fine }, responses: content.responses.slice(0, 1) }
  const judged = (met: (id: string) => boolean): Judgment => ({ labels: fine.map(({ id }) => ({ response: 'x', criterion: id, label: met(id) ? ('met' as const) : ('not-met' as const), rationale: '', evidence: [] })), note: '', shown: ['x'] })
  const of = (verdict: (id: string) => boolean, grader: (id: string) => boolean) =>
    values(scoresOf(recordOf(pointed, judged(verdict)), { scores: {}, criteria: {}, met: { x: Object.fromEntries(fine.map(({ id }) => [id, grader(id)])) } }))
  const all = (id: string) => id !== 'bad'
  expect(of(all, (id) => all(id) && id !== 'last')['healthBench.error']).toBeCloseTo(1 / 251, 6)
  const worst = of(all, (id) => id === 'bad')
  expect(worst['healthBench.score']).toBe(0)
  expect(worst['healthBench.error']).toBeCloseTo(261 / 251, 6)
})

test('what a system is given says nothing of the verdict, and whether a prediction fits is asked of that alone', () => {
  const input = evaluation.input(record)
  expect(Object.keys(input).sort()).toEqual(['id', 'language', 'prompt', 'responses', 'rubric', 'specialty', 'textSha256'])
  const said = (prediction: object) => misfit({ scores: {}, criteria: {}, met: {}, ...prediction }, input)
  expect(said({ scores: { z: 1 } })).toEqual({ field: 'scores', reason: 'unknown-id', values: { id: 'z' } })
  expect(said({ met: { x: { nope: true } } })).toEqual({ field: 'met.x', reason: 'unknown-id', values: { id: 'nope' } })
  expect(said({ met: { x: { v: 'met' } } })).toMatchObject({ field: 'met.x.v', reason: 'label-not-of-group' })
  expect(said({ met: { x: { v: 'violated', m: true } }, criteria: { y: { m: -3 } } })).toBeNull()
})

test('a hostile record is refused at its field', () => {
  const refused = (text: string) => readPrediction(JSON.parse(text) as Record<string, unknown>)
  expect(refused('{"id":"i"}')).toEqual({ field: 'scores', reason: 'missing' })
  expect(refused('{"id":"i","scores":{"x":"1"}}')).toMatchObject({ field: 'scores.x', reason: 'wrong-type' })
  expect(refused('{"id":"i","scores":{"x":1e999}}')).toMatchObject({ field: 'scores.x' })
  expect(refused('{"id":"i","met":{"x":{"m":"yes"}}}')).toMatchObject({ field: 'met.x.m' })
  expect(refused('{"id":"i","met":[true]}')).toMatchObject({ field: 'met' })
})

const graded = path.join(process.cwd(), '../shared/data/healthbench-sample/healthbench_graded_100.jsonl')
test.skipIf(!existsSync(graded))('HealthBench: a hundred graded records, submitted by their own labels, score as published (skipped where ../shared is absent)', async () => {
  const rows = await readFiles(healthBench, new Map([['graded.jsonl', readFileSync(graded)]]))
  const marks = rows.map((row) => {
    if (!('record' in row)) throw new Error(JSON.stringify(row))
    const met: Record<string, Record<string, Json>> = {}
    for (const { response, criterion, label } of row.record['labels'] as unknown as CriterionLabel[]) (met[response] ??= {})[criterion] = label === 'met' || label === 'violated'
    return evaluation.mark(row.record, { scores: {}, criteria: {}, met }, contest)
  })
  const { items, measures, by } = atOnce.scores(marks, of)
  expect(items).toBe(100)
  expect(measures['healthBench.score']!.value).toBeCloseTo(0.485298, 5)
  expect(measures['healthBench.error']!.value).toBe(0)
  const axes = Object.entries(by['axis']!).map(([axis, group]) => [axis, group.measures['healthBench.score']!.value!] as const)
  const published = { accuracy: 0.616337, communication_quality: 0.649632, completeness: 0.406145, context_awareness: 0.393932, instruction_following: 0.451035 }
  expect(axes.map(([axis]) => axis)).toEqual(Object.keys(published))
  for (const [axis, value] of axes) expect(value).toBeCloseTo(published[axis as keyof typeof published], 5)
})
