import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ratioOf } from '@/lib/stats/estimate'
import { keptMarks, notDone } from '../kept-marks'
import { scoredAtOnce } from '../scored-at-once.testing'
import { markOf, tallyOf } from './tally'
import type { TallyPlan } from './tally-plan'
import { tallyScores } from './tally-scores'

const plan: TallyPlan<'all' | 'right'> = {
  columns: ['all', 'right'],
  between: ',',
  read: tallyOf,
  byLabel: {},
  told: () => ['all'],
  partsAs: 'axis',
  measures: [{ name: 'accuracy', better: 'higher', over: [{ sum: ['all'], most: 'all' }], said: [], of: (sum) => ratioOf(sum('right'), sum('all'), 'no-items') }],
}
const { scores, meanScores, difference } = scoredAtOnce(tallyScores(plan))
const of = { seed: 1, resamples: 50, confidence: 0.95 }

const anyCounts = fc.tuple(fc.nat(50), fc.nat(50)).map(([a, b]) => [Math.max(a, b), Math.min(a, b)])
const anyTally = fc.record({ kind: fc.constantFrom('r', 'w', 'u', 'm'), counts: anyCounts, parts: fc.dictionary(fc.constantFrom('safety', 'a_b', '安全 1:;,'), anyCounts) })
const marked = (tallies: { kind: string; counts: number[]; parts: Record<string, number[]> }[]) => tallies.map((tally) => ({ mark: markOf(tally), facets: {} }))
const trimmed = (counts: readonly number[]) => counts.join().replace(/(,0)+$/, '')

describe('tallies', () => {
  test('a mark reads back as it was, holds no comma, and what was not done is nothing', () => {
    fc.assert(
      fc.property(fc.record({ kind: fc.constantFrom('r', 'w'), counts: fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 30 }), parts: fc.dictionary(fc.constantFrom('x', 'y'), anyCounts) }), (tally) => {
        const mark = markOf(tally)
        expect(mark).not.toContain(',')
        const back = tallyOf(mark)!
        expect([back.kind, trimmed(back.counts)]).toEqual([tally.kind, trimmed(tally.counts)])
        expect(Object.entries(back.parts!).map(([name, counts]) => [name, trimmed(counts)])).toEqual(Object.entries(tally.parts).map(([name, counts]) => [name, trimmed(counts)]))
      }),
    )
    expect(tallyOf(notDone)).toBeNull()
  })

  test('measures are of the sums, parts are a facet of their own, and the mean of one who did everything is theirs', () => {
    fc.assert(
      fc.property(fc.array(anyTally, { minLength: 1, maxLength: 30 }), (tallies) => {
        const alone = scores(marked(tallies), { ...of, coarse: null })
        const sum = (at: number) => tallies.reduce((all, { counts }) => all + counts[at]!, 0)
        expect(alone.measures['accuracy']!.value).toEqual(sum(0) === 0 ? null : sum(1) / sum(0))
        const inParts = tallies.flatMap(({ parts }) => (parts['a_b'] ? [parts['a_b']] : []))
        expect(alone.by['axis']?.['a_b']?.counts['all']).toEqual(inParts.length ? inParts.reduce((all, [n]) => all + n!, 0) : undefined)
        const mean = meanScores([keptMarks(tallies.map(markOf), ',')], of)
        expect(mean.measures).toEqual(alone.measures)
      }),
      { numRuns: 50 },
    )
  })

  test('a facet may be called anything, and is that facet and nothing else of this process', () => {
    const facets = Object.fromEntries([['__proto__', ['polluted']], ['constructor', ['polluted']], ['style', ['__proto__']]])
    const { by } = scores([{ mark: 'r1.1', facets }], { ...of, coarse: null })
    expect(Object.keys(by).toSorted()).toEqual(['__proto__', 'constructor', 'style'])
    expect(Object.keys(by['style']!)).toEqual(['__proto__'])
    expect([({} as Record<string, unknown>)['polluted'], (Object as unknown as Record<string, unknown>)['polluted']]).toEqual([undefined, undefined])
  })

  test('whoever did only some items is scored on these, and everyone counts the same', () => {
    const mean = meanScores([keptMarks(['r1.1', 'r1.1', 'r1.1'], ','), keptMarks([notDone, 'w1', notDone], ',')], of)
    expect(mean).toMatchObject({ items: 3, counts: { all: 4 }, measures: { accuracy: { value: 0.5 } } })
  })

  test('one item gives values and neither intervals nor p, whoever did it and however many questions it is', () => {
    const mark = markOf({ kind: 'w', counts: [8, 4], parts: { safety: [4, 1] } })
    const none = { low: null, high: null }
    const alone = scores([{ mark, facets: {} }], { ...of, coarse: null })
    expect(alone).toMatchObject({ measures: { accuracy: { value: 0.5, ...none } }, by: { axis: { safety: { measures: { accuracy: { value: 0.25, ...none } } } } } })
    expect(meanScores([mark, markOf({ kind: 'w', counts: [8, 0] })].map((own) => keptMarks([own], ',')), of)).toMatchObject({ measures: { accuracy: { value: 0.25, ...none } } })
    const right = markOf({ kind: 'r', counts: [8, 8] })
    expect(difference(keptMarks([right], ','), keptMarks([mark], ','), 'accuracy', of)).toMatchObject({ difference: 0.5, ...none, p: null })
    expect(difference(keptMarks([right, right], ','), keptMarks([mark, mark], ','), 'accuracy', of)).toMatchObject({ difference: 0.5, low: 0.5, high: 0.5 })
  })

  test('a difference changes its sign when the two change places, and there is none to oneself', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyTally, anyTally), { minLength: 1, maxLength: 20 }), (pairs) => {
        const [a, b] = [0, 1].map((side) => keptMarks(pairs.map((pair) => markOf(pair[side]!)), ',')) as [string, string]
        const [there, back] = [difference(a, b, 'accuracy', of), difference(b, a, 'accuracy', of)]
        expect(back.p).toBe(there.p)
        if (there.difference !== null) expect(back.difference).toBeCloseTo(-there.difference)
        const none = difference(a, a, 'accuracy', of)
        expect([0, null]).toContain(none.difference)
      }),
      { numRuns: 30 },
    )
  })
})

describe('where labels are hidden', () => {
  const group = (counts: number[][]) => scores(counts.map((own) => ({ mark: markOf({ kind: 'w', counts: own }), facets: { style: ['one'] } })), { ...of, coarse: { smallest: 40, step: 0.05 } })
  test('a group is told in steps, without counts or interval, where forty items bear it, and else not at all', () => {
    expect(group(Array.from({ length: 40 }, (_, nth) => [1, nth % 3 ? 1 : 0])).by['style']!['one']).toEqual({ items: 40, counts: {}, measures: { accuracy: { value: 0.7, reason: null, low: null, high: null } } })
    expect(group(Array.from({ length: 39 }, () => [1, 1]))).toMatchObject({ by: {}, tooSmall: 1 })
  })
  test('no item may be more than one in forty of what a measure divides by, however many questions it is', () => {
    expect(group([...Array.from({ length: 100 }, () => [1, 1]), [28, 0]])).toMatchObject({ by: {}, tooSmall: 1 })
    expect(group([...Array.from({ length: 39 * 28 }, () => [1, 1]), [28, 0]])).toMatchObject({ tooSmall: 0 })
  })
})
