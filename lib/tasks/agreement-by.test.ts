import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { agreementOf } from '@/lib/stats/agreement/agreement'
import { AgreementSketch, weightsByDegree } from '@/lib/stats/agreement/agreement-sketch'
import { ac } from '@/lib/stats/agreement/ac'
import { cohen } from '@/lib/stats/agreement/cohen'
import { poissonWeights } from '@/lib/stats/poisson-weights'
import { ratingTable } from '@/lib/stats/ratings'
import { seededRandom } from '@/lib/stats/seeded-random'
import { agreementBy } from './agreement-by'
import type { RatedScale } from './rated-units'
import { content } from './preference/any-readings.testing'
import { rated as preferenceRated } from './preference/rated'
import { blindPairs } from './preference/templates/blind-pairs'
import { provisionalReward } from './rubric/reward'
import type { Label } from './rubric/scores'
import { anyRead, criterionOf, form } from './rubric-scoring/any-readings.testing'
import type { Judgment } from './rubric-scoring/judgment'
import { rated } from './rubric-scoring/rated'

const resampling = { seed: 1, resamples: 100 }
const scale: RatedScale = {
  of: 'value',
  categories: ['a', 'b', 'c'],
  degrees: null,
  sides: null,
  units: (_, answer) => Object.entries(answer as Record<string, number>).map(([unit, category]) => ({ unit, category, offered: [0, 1, 2], axes: [unit.charAt(0)], counts: true, criterion: { key: unit, text: unit } })),
}
const said = (rater: string, answer: object, form: unknown = null) => ({ rater, answer, form })
const find = (groups: ReturnType<ReturnType<typeof agreementBy>['groups']>, facet: string, name: string) => groups.find((group) => group.facet === facet && group.name === name)!
const valueOf = (group: { measures: { metric: string; value: number | null }[] }, metric: string) => group.measures.find((measure) => measure.metric === metric)!.value

describe('agreement by what it is of', () => {
  test('is, without its interval, what the table of all ratings gives', () => {
    const cell = fc.integer({ min: 0, max: 2 })
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 30 }), (rows) => {
        const by = agreementBy(scale, resampling, ['all', 'pair'])
        for (const [one, two] of rows) by.add({ content: null, specialty: null, readings: [said('R1', { x: one }), said('R2', { x: two })] })
        const ratings = rows.flatMap(([one, two], item) => [{ item: String(item), rater: 'R1', value: String(one) }, { item: String(item), rater: 'R2', value: String(two) }])
        const table = ratingTable(ratings, ['0', '1', '2'])
        const groups = by.groups()
        const of = (metric: 'cohen' | 'ac' | 'percent') => agreementOf(table, { metric, weights: 'identity' }, { seed: 1, resamples: 1, confidence: 0.95 }).value
        for (const [metric, known] of [['percent', 'percent'], ['kappa', 'cohen'], ['ac1', 'ac']] as const)
          for (const group of [find(groups, 'all', 'value'), find(groups, 'pair', 'R1 · R2')]) {
            const [own, theirs] = [valueOf(group, metric), of(known)]
            if (theirs === null) expect(own).toBeNull()
            else expect(own).toBeCloseTo(theirs)
          }
        expect(valueOf(find(groups, 'all', 'value'), 'alpha') ?? null).toEqual(agreementOf(table, { metric: 'alpha', level: 'nominal' }, { seed: 1, resamples: 1, confidence: 0.95 }).value)
      }),
      { numRuns: 50 },
    )
  })

  test('the criteria that readers disagree on most come first, and of equals the one judged more often', () => {
    const by = agreementBy(scale, resampling)
    for (let nth = 0; nth < 4; nth++) by.add({ content: null, specialty: nth % 2 ? 'cardiology' : null, readings: [said('R1', { same: 0, split: 0, ...(nth ? { often: 1 } : {}) }), said('R2', { same: 0, split: nth % 2, ...(nth ? { often: 2 } : {}) })] })
    const groups = by.groups()
    expect(groups.filter(({ facet }) => facet === 'criterion').map(({ name }) => name)).toEqual(['often', 'split', 'same'])
    expect(find(groups, 'specialty', 'cardiology').measures[0]).toMatchObject({ metric: 'percent', items: 6, value: 1 / 3 })
    expect(groups.filter(({ facet }) => facet === 'axis').map(({ name }) => name)).toEqual(['o', 's'])
    expect(find(groups, 'criterion', 'same').measures.find(({ metric }) => metric === 'kappa')).toMatchObject({ value: null, interval: null })
  })

  test('of more criteria than are followed those stay that several items share and those that readers disagree on, each with all that was said of it', () => {
    const by = agreementBy(scale, resampling, ['all', 'criterion'], 30)
    for (let nth = 0; nth < 500; nth++) {
      const own = nth % 50 === 0 ? [0, 1] : [0, 0]
      by.add({ content: null, specialty: null, readings: ['R1', 'R2'].map((rater, place) => said(rater, { shared: 0, [`own ${nth}`]: own[place] })) })
    }
    const groups = by.groups()
    expect(find(groups, 'all', 'value').measures[0]!.items).toBe(1_000)
    expect(find(groups, 'criterion', 'shared').measures[0]).toMatchObject({ items: 500, value: 1 })
    for (let nth = 0; nth < 500; nth += 50) expect(find(groups, 'criterion', `own ${nth}`).measures[0]).toMatchObject({ items: 1, value: 0 })
    expect(by.criteria().followed).toBeLessThanOrEqual(30)
    expect(by.criteria().followed + by.criteria().leftOut).toBe(501)
  })

  test('the same readings give the same intervals, and these hold the value', () => {
    const gathered = () => {
      const by = agreementBy(scale, resampling, ['all'])
      for (let nth = 0; nth < 60; nth++) by.add({ content: null, specialty: null, readings: [said('R1', { x: nth % 3 }), said('R2', { x: nth % 5 ? nth % 3 : 0 })] })
      return by.groups()
    }
    expect(gathered()).toEqual(gathered())
    for (const { value, interval } of gathered()[0]!.measures) {
      expect(interval!.low).toBeLessThan(value!)
      expect(interval!.high).toBeGreaterThan(value!)
    }
  })
})

test('what rests on one item has no interval in any group, however many its units and whoever read another alone', () => {
  const by = agreementBy(scale, resampling)
  const add = (unit: string, raters: readonly string[]) => by.add({ content: null, specialty: 's', readings: raters.map((rater, nth) => said(rater, { [`${unit} 1`]: 0, [`${unit} 2`]: 1, [`${unit} 3`]: nth, [`${unit} 4`]: nth ? 2 : 0 })) })
  const bounded = () => [...new Set(by.groups().flatMap(({ facet, measures }) => (measures.some(({ interval }) => interval) ? [facet] : [])))]
  add('x', ['R1', 'R2'])
  add('x', ['R1'])
  expect(valueOf(find(by.groups(), 'all', 'value'), 'percent')).toBe(0.5)
  expect(bounded()).toEqual([])
  add('x', ['R1', 'R2'])
  expect(bounded()).toEqual(['all', 'axis', 'specialty', 'pair', 'criterion'])
})

describe('the scale that agreement is measured on', () => {
  const bare = { scale: { partly: false, notApplicable: false } }
  /** Two readers of one response after another, each by one criterion: how often they give which two labels. */
  const judged = (group: 'main' | 'veto', under: object, table: [one: Label, other: Label, times: number][]) => {
    const by = agreementBy(rated as RatedScale, resampling)
    const item = { prompt: content.prompt, responses: [{ id: 'x', text: 'X.' }], rubric: { version: 1, criteria: [criterionOf('c', group)], reward: provisionalReward } }
    const answer = (label: Label): Judgment => ({ labels: [{ response: 'x', criterion: 'c', label, rationale: '', evidence: [] }], note: '', shown: [] })
    for (const [one, other, times] of table) for (let nth = 0; nth < times; nth++) by.add({ content: item, specialty: 's', readings: [said('R1', answer(one), { ...form, ...under }), said('R2', answer(other), { ...form, ...under })] })
    return by.groups()
  } // prettier-ignore

  test('is what could be said: met or not are two categories, and so are violated or not', () => {
    // p_o = .8, π = .5: AC1 = (.8 - .5) / .5 on two categories.
    const two = [judged('main', bare, [['met', 'met', 40], ['not-met', 'not-met', 40], ['met', 'not-met', 10], ['not-met', 'met', 10]]), judged('veto', bare, [['violated', 'violated', 40], ['not-met', 'not-met', 40], ['violated', 'not-met', 20]])] // prettier-ignore
    for (const groups of two)
      for (const [facet, name] of [['all', 'labels'], ['specialty', 's'], ['pair', 'R1 · R2']] as const)
        for (const metric of ['ac1', 'ac2']) expect(valueOf(find(groups, facet, name), metric)).toBeCloseTo(0.6, 9)
  })

  test('holds what was offered and nobody said', () => {
    // Partly is offered too: q = 3, and half as far. p_e is Σ π (1 - π) / 2 = .25 and, with T = 5 of 6, .41667.
    const groups = judged('main', { scale: { partly: true, notApplicable: false } }, [['met', 'met', 40], ['not-met', 'not-met', 40], ['met', 'not-met', 20]])
    expect(valueOf(find(groups, 'all', 'labels'), 'ac1')).toBeCloseTo((0.8 - 0.25) / 0.75, 9)
    expect(valueOf(find(groups, 'all', 'labels'), 'ac2')).toBeCloseTo((0.8 - 5 / 12) / (7 / 12), 9)
  })

  test('gives AC1 and AC2 as published: four raters of twelve units, with ratings missing (Gwet 2014, table 2.10; irrCAC, cac.raw4raters)', () => {
    const table = ['1 1 . 1', '2 2 3 2', '3 3 3 3', '3 3 3 3', '2 2 2 2', '1 2 3 4', '4 4 4 4', '1 1 2 1', '2 2 2 2', '. 5 5 5', '. . 1 1', '. . 3 .'].map((row) => row.split(' '))
    const graded: RatedScale = { ...scale, categories: ['1', '2', '3', '4', '5'], degrees: [1, 2, 3, 4, 5], units: (_, category) => [{ unit: 'u', category: (category as number) - 1, offered: [0, 1, 2, 3, 4], axes: [], counts: true, criterion: null }] }
    const by = agreementBy(graded, resampling, ['all'])
    for (const row of table) by.add({ content: null, specialty: null, readings: row.flatMap((value, rater) => (value === '.' ? [] : [{ rater: `R${rater}`, answer: Number(value), form: null }])) })
    expect(valueOf(find(by.groups(), 'all', 'value'), 'ac1')).toBeCloseTo(0.77544, 5)
    const linear = agreementOf(ratingTable(table.flatMap((row, item) => row.flatMap((value, rater) => (value === '.' ? [] : [{ item: String(item), rater: String(rater), value }])))), { metric: 'ac', weights: 'linear' }, { seed: 1, resamples: 1, confidence: 0.95 })
    expect(valueOf(find(by.groups(), 'all', 'value'), 'ac2')).toBeCloseTo(linear.value!, 9)
  })

  test('between two responses is how much better one is; which of them is told without it', () => {
    const by = agreementBy(preferenceRated as RatedScale, resampling, ['all'])
    const pair = { ...content, responses: content.responses.slice(0, 2) }
    const under = { ...blindPairs.form, tie: false, allBad: false }
    const [one, two] = ['one', 'two'].map((response) => (strength: number) => ({ overall: { pick: 'response', response, strength }, axes: {}, rationale: '', shown: [] })) as [(strength: number) => object, (strength: number) => object]
    const add = (a: object, b: object, times: number) => { for (let nth = 0; nth < times; nth++) by.add({ content: pair, specialty: null, readings: [said('R1', a, under), said('R2', b, under)] }) }
    add(one(1), one(3), 40)
    add(two(1), two(1), 40)
    add(one(1), two(1), 20)
    const all = find(by.groups(), 'all', 'overall')
    expect(valueOf(all, 'percent')).toBeCloseTo(0.8, 9)
    expect(valueOf(all, 'ac1')).toBeCloseTo(0.6, 9)
    // Of six steps apart, a strong preference for the same side is two, a slight one for the other two as well.
    const observed = (40 * (4 / 6) + 40 + 20 * (4 / 6)) / 100
    // π of one by 3, one by 1, two by 1: .2 .3 .5; T over the places -3 -2 -1 1 2 3, q (q-1) = 30.
    const places = [-3, -2, -1, 1, 2, 3]
    const total = places.reduce((sum, a) => sum + places.reduce((row, b) => row + 1 - Math.abs(a - b) / 6, 0), 0)
    const byChance = (total / 30) * (0.2 * 0.8 + 0.3 * 0.7 + 0.5 * 0.5)
    expect(valueOf(all, 'ac2')).toBeCloseTo((observed - byChance) / (1 - byChance), 9)
    expect(all.measures.map(({ metric }) => metric)).toContain('weighted-kappa')
  }) // prettier-ignore
})

test('a criterion judged too seldom to say comes after those that readers are known to disagree on', () => {
  const by = agreementBy(scale, resampling)
  by.add({ content: null, specialty: null, readings: [said('R1', { once: 0 }), said('R2', { once: 1 })] })
  for (let nth = 0; nth < 6; nth++) by.add({ content: null, specialty: null, readings: [said('R1', { often: 0 }), said('R2', { often: nth % 2 })] })
  expect(by.groups().flatMap(({ facet, name }) => (facet === 'criterion' ? [name] : []))).toEqual(['often', 'once'])
})

test('A table worked out by hand stands with weights by degree, and what has no degree agrees with itself alone', () => {
  expect(weightsByDegree([0, 1, 2, null])).toEqual([[1, 0.5, 0, 0], [0.5, 1, 0.5, 0], [0, 0.5, 1, 0], [0, 0, 0, 1]])
  const sketch = new AgreementSketch(3, 0)
  const table = [[44, 5, 1], [7, 20, 3], [9, 5, 6]]
  table.forEach((row, a) => row.forEach((times, b) => { for (let nth = 0; nth < times; nth++) sketch.add([{ rater: '1', category: a }, { rater: '2', category: b }], []) }))
  const weights = weightsByDegree([0, 1, 2])
  // Marginals .50 .30 .20 and .60 .30 .10 (.44 .05 .01 / .07 .20 .03 / .09 .05 .06): p_o = .70, p_e = .41; with linear weights p_o = .80, p_e = .62.
  expect(sketch.measured((patterns) => cohen(patterns, weightsByDegree([null, null, null])), 0.95, 100).value).toBeCloseTo((0.7 - 0.41) / 0.59, 6)
  expect(sketch.measured((patterns) => cohen(patterns, weights), 0.95, 100).value).toBeCloseTo((0.8 - 0.62) / (1 - 0.62), 6)
  // π = .55 .30 .15; T = 5 of q (q-1) = 6: p_e = 5/6 (.2475 + .21 + .1275) = .4875.
  expect(sketch.measured((patterns) => ac(patterns, weights), 0.95, 100).value).toBeCloseTo((0.8 - 0.4875) / (1 - 0.4875), 6)
}) // prettier-ignore

test('how often replicates draw an item is Poisson of mean one', () => {
  const random = seededRandom(3)
  const drawn = poissonWeights(random, new Uint8Array(100_000))
  const share = (times: number) => drawn.reduce((count, each) => count + Number(each === times), 0) / drawn.length
  for (const [times, p] of [[0, Math.exp(-1)], [1, Math.exp(-1)], [2, Math.exp(-1) / 2], [3, Math.exp(-1) / 6]] as const) expect(Math.abs(share(times) - p)).toBeLessThan(0.006)
}) // prettier-ignore

test('of rubric scoring every label of every response is a unit, by the group of its criterion', () => {
  fc.assert(
    fc.property(anyRead, ([item, answer]) => {
      const units = rated.units(item, answer, form)
      expect(units).toHaveLength(item.responses.length * item.rubric.criteria.length)
      expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length)
      for (const { category } of units) expect(rated.categories[category]).toBeDefined()
    }),
    { numRuns: 30 },
  )
  const one = { prompt: content.prompt, responses: [{ id: 'x', text: 'X.' }], rubric: { version: 1, criteria: [criterionOf('v', 'veto')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } } }
  expect(rated.units(one, { labels: [{ response: 'x', criterion: 'v', label: 'violated', rationale: '', evidence: [] }], note: '', shown: [] }, form)).toMatchObject([{ axes: ['safety', 'accuracy'], criterion: { text: 'Text of v.' } }])
  // Where points count, the three say nothing: a criterion is of its own axis alone.
  const pointed = { ...one, rubric: { ...one.rubric, criteria: one.rubric.criteria.map((criterion) => ({ ...criterion, points: 1 })) } }
  expect(rated.units(pointed, { labels: [{ response: 'x', criterion: 'v', label: 'met', rationale: '', evidence: [] }], note: '', shown: [] }, form)).toMatchObject([{ axes: ['accuracy'] }])
})
