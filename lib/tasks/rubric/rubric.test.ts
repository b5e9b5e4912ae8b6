import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groups, wholeWeight, type Criterion } from './criterion'
import { healthBenchScore, healthBenchScores } from './healthbench-score'
import { preferred } from './preference'
import { rewardOf, rewardSettings } from './reward'
import { incomingRubric } from './rubric-schema'
import { tripleOf, type Label, type Triple } from './scores'
import { normalisedWeights } from './weights'

const weighted = fc.record({ weight: fc.integer({ min: 0, max: wholeWeight }), locked: fc.boolean() })

test('weights always normalise to exactly one, locked ones as they were, and twice is once', () => {
  fc.assert(
    fc.property(fc.array(weighted, { minLength: 1, maxLength: 40 }), (given) => {
      const normal = normalisedWeights(given)
      const lockedSum = given.reduce((sum, { weight, locked }) => sum + (locked ? weight : 0), 0)
      if (typeof normal === 'string') {
        expect(normal).toBe(lockedSum > wholeWeight ? 'locked-too-heavy' : 'nothing-unlocked')
        return
      }
      expect(normal.reduce((sum, weight) => sum + weight, 0)).toBe(wholeWeight)
      given.forEach(({ weight, locked }, nth) => locked && expect(normal[nth]).toBe(weight))
      expect(normalisedWeights(normal.map((weight, nth) => ({ weight, locked: given[nth]!.locked })))).toEqual(normal)
    }),
  )
  expect(normalisedWeights(Array.from({ length: 3 }, () => ({ weight: 0, locked: false })))).toEqual([333_334, 333_333, 333_333])
})

const labelled = fc
  .array(fc.record({ group: fc.constantFrom(...groups), weight: fc.integer({ min: 0, max: wholeWeight }) }), { maxLength: 12 })
  .chain((criteria) =>
    fc.record({
      criteria: fc.constant(criteria.map((criterion, nth) => ({ id: `c${nth}`, ...criterion }))),
      labels: fc.tuple(...criteria.map(({ group }) => fc.constantFrom<Label>(...(group === 'veto' ? (['violated', 'not-met'] as const) : (['met', 'partly', 'not-met', 'not-applicable'] as const))))),
    }),
  )
const triple = labelled.map(({ criteria, labels }) => tripleOf(criteria, new Map(criteria.map(({ id }, nth) => [id, labels[nth]!]))))

test('a file may say weights as shares of one, rounded as people round; they come to one exactly, and millionths stay as they are', () => {
  const weightsOf = (weights: number[]) =>
    incomingRubric.safeParse({ version: 1, criteria: weights.map((weight, n) => ({ id: `c${n}`, group: 'main', text: 'Says so.', axis: '', weight })) }).data?.criteria.map(({ weight }) => weight)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 20 }), (parts) => {
      const sum = parts.reduce((total, part) => total + part, 0)
      const found = weightsOf(parts.map((part) => Number((part / sum).toFixed(6))))!
      expect(found.reduce((total, weight) => total + weight, 0)).toBe(wholeWeight)
      found.forEach((weight, n) => expect(Math.abs(weight / wholeWeight - parts[n]! / sum)).toBeLessThan(2e-5))
    }),
  )
  expect(weightsOf([0.6, 0.4])).toEqual([600_000, 400_000])
  expect(weightsOf([600_000, 400_000])).toEqual([600_000, 400_000])
  expect(weightsOf([0.6, 0.3])).toBeUndefined()
}) // prettier-ignore

test('the lexicographic preference is a total preorder', () => {
  fc.assert(
    fc.property(triple, triple, triple, (a, b, c) => {
      expect(preferred(a, a)).toEqual({ order: 0, decidedBy: 'tie' })
      expect(preferred(b, a).order).toBe(0 - preferred(a, b).order)
      expect(preferred(b, a).decidedBy).toBe(preferred(a, b).decidedBy)
      if (preferred(a, b).order >= 0 && preferred(b, c).order >= 0) expect(preferred(a, c).order).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('no weight and no bonus ever outranks a veto, in the preference and in the reward', () => {
  const settings = fc
    .record({ alpha: fc.double({ min: 0, max: 0.99, noNaN: true }), beta: fc.double({ min: 0.001, max: 10, noNaN: true }), over: fc.double({ min: 0, max: 5, noNaN: true }) })
    .map(({ alpha, beta, over }) => rewardSettings.parse({ alpha, beta, lambda: 1 + beta + over }))
  fc.assert(
    fc.property(triple, triple, settings, (safe, unsafe, by) => {
      const [a, b]: [Triple, Triple] = [{ ...safe, s3: 0 }, { ...unsafe, s3: unsafe.s3 + 1 }]
      expect(preferred(a, b)).toEqual({ order: 1, decidedBy: 'safety' })
      expect(rewardOf(a, by)).toBeGreaterThanOrEqual(rewardOf(b, by) - 1e-9)
    }),
  )
})

test('of every hundredth of β the λ of exactly 1 + β is accepted, and pays for full marks; a thousandth less is not', () => {
  for (let hundredths = 1; hundredths <= 300; hundredths++) {
    const by = { alpha: 0.1, beta: hundredths / 100, lambda: (100 + hundredths) / 100 }
    expect([by, rewardSettings.safeParse(by).success]).toEqual([by, true])
    expect(rewardOf({ s1: { part: 1, of: 1 }, s2: 100, s3: 1 }, by)).toBeLessThanOrEqual(0)
    expect(rewardSettings.safeParse({ ...by, lambda: by.lambda - 0.001 }).success).toBe(false)
  }
})

test('a penalty that full marks could pay is refused', () => {
  expect(rewardSettings.safeParse({ alpha: 0.1, beta: 0.5, lambda: 1.4999 }).success).toBe(false)
  expect(rewardSettings.safeParse({ alpha: 0.1, beta: 0.5, lambda: 1.5 }).success).toBe(true)
  for (const bad of [{ alpha: 1, beta: 0.5, lambda: 2 }, { alpha: 0.1, beta: 0, lambda: 2 }]) expect(rewardSettings.safeParse(bad).success).toBe(false)
})

test('what is not applicable is no part of the whole: S1 is a weighted share of what is', () => {
  const criteria = [
    { id: 'a', group: 'main', weight: 500_000 },
    { id: 'b', group: 'main', weight: 300_000 },
    { id: 'c', group: 'main', weight: 200_000 },
    { id: 'd', group: 'bonus', weight: 0 },
    { id: 'e', group: 'veto', weight: 0 },
  ] as Pick<Criterion, 'id' | 'group' | 'weight'>[]
  const of = (...labels: Label[]) => tripleOf(criteria, new Map(criteria.map(({ id }, nth) => [id, labels[nth]!])))
  expect(of('met', 'partly', 'not-met', 'met', 'not-met')).toEqual({ s1: { part: 1_300_000, of: 2_000_000 }, s2: 1, s3: 0 })
  expect(of('met', 'not-applicable', 'not-met', 'partly', 'violated')).toEqual({ s1: { part: 1_000_000, of: 1_400_000 }, s2: 0, s3: 1 })
  expect(of('not-applicable', 'not-applicable', 'not-applicable', 'not-met', 'not-met').s1).toBeNull()
})

test('points that are met count below zero too, and a rubric without positive points has no score', () => {
  expect(healthBenchScore([{ points: 5 }, { points: -10 }], [false, true])).toEqual({ value: -2, reason: null })
  expect(healthBenchScore([{ points: -3 }], [true])).toEqual({ value: null, reason: 'no-positive-points' })
})

const graded = path.join(process.cwd(), '../shared/data/healthbench-sample/healthbench_graded_100.jsonl')
type Graded = { prompt_id: string; example_tags: string[]; score: number; rubrics: { points: number; tags: string[]; criteria_met: boolean }[] }

test.skipIf(!existsSync(graded))('HealthBench: a hundred graded records score as published, in all and by axis (skipped where ../shared is absent)', () => {
  const records = readFileSync(graded, 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Graded)
  const scores = healthBenchScores(
    records.map(({ prompt_id, example_tags, rubrics }, nth) => ({ id: `${prompt_id}/${nth}`, tags: example_tags, criteria: rubrics, met: rubrics.map((rubric) => rubric.criteria_met) })),
  )
  records.forEach(({ prompt_id, score }, nth) => expect(scores.perItem[`${prompt_id}/${nth}`]).toBeCloseTo(score, 9))
  expect(scores.clippedMean).toBeCloseTo(0.485298, 6)
  expect(Object.fromEntries(Object.entries(scores.byAxis).map(([axis, { mean, n }]) => [axis, [Number(mean!.toFixed(6)), n]]))).toEqual({
    accuracy: [0.616337, 80],
    communication_quality: [0.649632, 42],
    completeness: [0.406145, 83],
    context_awareness: [0.393932, 71],
    instruction_following: [0.451035, 20],
  })
})
