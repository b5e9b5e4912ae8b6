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
import { anyRead, criterionOf } from './rubric-scoring/any-readings.testing'
import { rated } from './rubric-scoring/rated'

const resampling = { seed: 1, resamples: 100 }
const scale: RatedScale = {
  of: 'value',
  categories: ['a', 'b', 'c'],
  weights: null,
  units: (_, answer) => Object.entries(answer as Record<string, number>).map(([unit, category]) => ({ unit, category, axis: unit.charAt(0), counts: true, criterion: { key: unit, text: unit } })),
}
const said = (rater: string, answer: object) => ({ rater, answer })
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

test('A table worked out by hand stands with weights by degree, and what has no degree agrees with itself alone', () => {
  expect(weightsByDegree([0, 1, 2, null])).toEqual([[1, 0.5, 0, 0], [0.5, 1, 0.5, 0], [0, 0.5, 1, 0], [0, 0, 0, 1]])
  const sketch = new AgreementSketch(3, 0)
  const table = [[44, 5, 1], [7, 20, 3], [9, 5, 6]]
  table.forEach((row, a) => row.forEach((times, b) => { for (let nth = 0; nth < times; nth++) sketch.add([{ rater: '1', category: a }, { rater: '2', category: b }], []) }))
  const weights = weightsByDegree([0, 1, 2])
  // Marginals .50 .30 .20 and .60 .30 .10 (.44 .05 .01 / .07 .20 .03 / .09 .05 .06): p_o = .70, p_e = .41; with linear weights p_o = .80, p_e = .62.
  expect(sketch.measured((patterns) => cohen(patterns, weightsByDegree([null, null, null])), 0.95).value).toBeCloseTo((0.7 - 0.41) / 0.59, 6)
  expect(sketch.measured((patterns) => cohen(patterns, weights), 0.95).value).toBeCloseTo((0.8 - 0.62) / (1 - 0.62), 6)
  expect(sketch.measured((patterns) => ac(patterns, weights), 0.95).value).toBeGreaterThan(0)
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
      const units = rated.units(item, answer)
      expect(units).toHaveLength(item.responses.length * item.rubric.criteria.length)
      expect(new Set(units.map(({ unit }) => unit)).size).toBe(units.length)
      for (const { category } of units) expect(rated.categories[category]).toBeDefined()
    }),
    { numRuns: 30 },
  )
  const one = { prompt: content.prompt, responses: [{ id: 'x', text: 'X.' }], rubric: { version: 1, criteria: [criterionOf('v', 'veto')], reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } } }
  expect(rated.units(one, { labels: [{ response: 'x', criterion: 'v', label: 'violated', rationale: '', evidence: [] }], note: '', shown: [] })).toMatchObject([{ axis: 'safety', criterion: { text: 'Text of v.' } }])
})
