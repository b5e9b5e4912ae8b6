import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inGroup, wholeWeight, type Criterion } from '../rubric/criterion'
import { anyRubric, criterionOf } from '../rubric-scoring/any-readings.testing'
import { alignedRubrics } from './align-rubrics'
import { rubricDiff } from './diff-rubrics'
import { duplicated, merged, moved, normalised, split } from './edit-rubric'
import { hintsFor } from './hints'
import { anotherRound, roundStatistics, type StopRule } from '../draft-review'
import { provenanceOf } from './record'
import { similarity } from './similarity'

const anyCriteria = anyRubric.map(({ criteria }) => criteria)
const weightOf = (criteria: readonly Criterion[]) => inGroup(criteria, 'main').reduce((sum, { weight }) => sum + weight, 0)
const ids = (criteria: readonly Criterion[]) => criteria.map(({ id }) => id)
const pick = <T>(list: readonly T[], nth: number): T => list[nth % list.length]!

describe('editing', () => {
  test('moving keeps every criterion once, as it was within its group, and there and back is nothing', () => {
    fc.assert(
      fc.property(anyCriteria, fc.nat(), fc.nat(), (criteria, from, to) => {
        const one = pick(criteria, from)
        const there = moved(criteria, one.id, { group: one.group, before: pick(criteria, to).id })
        expect(ids(there).toSorted()).toEqual(ids(criteria).toSorted())
        const behind = criteria[criteria.indexOf(one) + 1]
        expect(moved(there, one.id, { group: one.group, before: behind?.id ?? null })).toEqual(criteria)
      }),
    )
  })

  test('in another group a criterion weighs nothing', () => {
    const criteria = [criterionOf('a', 'main', { weight: wholeWeight, locked: true }), criterionOf('b', 'veto')]
    expect(moved(criteria, 'a', { group: 'veto', before: null })).toMatchObject([{ id: 'b' }, { id: 'a', group: 'veto', weight: 0, locked: false }])
  })

  test('splitting and merging lose no weight, name what they were made of, and leave the others alone', () => {
    fc.assert(
      fc.property(anyCriteria, fc.nat(), fc.integer({ min: 2, max: 5 }), (criteria, nth, size) => {
        const one = pick(criteria, nth)
        const parts = Array.from({ length: size }, (_, part) => ({ id: `new ${part}`, text: `part ${part}` }))
        const divided = split(criteria, one.id, parts)
        expect(weightOf(divided)).toBe(weightOf(criteria))
        const points = divided.filter(({ origin }) => origin.kind === 'split').map((part) => part.points)
        expect(points.reduce<number>((sum, each) => sum + (each ?? 0), 0)).toBe(one.points ?? 0)
        // What is left without a whole point is asked for one.
        expect(points.includes(0)).toBe(false)
        expect(divided.filter(({ origin }) => origin.kind === 'split' && origin.from[0] === one.id)).toHaveLength(size)
        const whole = merged(divided, parts.map(({ id }) => id), { id: 'again', text: one.text })
        expect(weightOf(whole)).toBe(weightOf(criteria))
        expect(whole.find(({ id }) => id === 'again')?.points).toBe(points.includes(null) ? null : one.points)
        expect(whole.find(({ id }) => id === 'again')?.origin).toEqual({ kind: 'merged', from: [one.id] })
        expect(whole.filter(({ id }) => id !== 'again')).toEqual(criteria.filter((each) => each !== one))
      }),
    ) // prettier-ignore
  })

  test('points of criteria that become one are added up; what is more than one can have is asked for', () => {
    const made = (a: number | null, b: number | null) => merged([criterionOf('a', 'main', { points: a }), criterionOf('b', 'main', { points: b })], ['a', 'b'], { id: 'c', text: 'Both.' })[0]!.points
    expect([made(3, 7), made(6, 7), made(-4, -6), made(-4, -7), made(5, null)]).toEqual([10, null, -10, null, null])
  })

  test('a copy stands right behind and weighs nothing; normalising makes one of any weights, whatever else was done', () => {
    fc.assert(
      fc.property(anyCriteria, fc.nat(), (criteria, nth) => {
        const one = pick(criteria, nth)
        const twice = duplicated(criteria, one.id, 'copy')
        expect(twice[criteria.indexOf(one) + 1]).toMatchObject({ id: 'copy', text: one.text, weight: 0 })
        expect(weightOf(twice)).toBe(weightOf(criteria))
        const normal = normalised(twice)
        if (typeof normal === 'string') throw new Error(normal)
        expect(weightOf(normal)).toBe(inGroup(twice, 'main').length === 0 ? 0 : wholeWeight)
        expect(ids(normal)).toEqual(ids(twice))
      }),
    )
  })

  test('what is not there cannot be edited', () => {
    for (const edit of [() => moved([], 'x', { group: 'main', before: null }), () => split([], 'x', []), () => merged([], ['x'], { id: 'y', text: '' }), () => duplicated([], 'x', 'y')]) expect(edit).toThrow(/not there|no criterion/)
  })
})

test('similarity is 1 for the same words, the same both ways, and never outside 0 and 1', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
      expect(similarity(a, b)).toBe(similarity(b, a))
      expect(similarity(a, b)).toBeGreaterThanOrEqual(0)
      expect(similarity(a, b)).toBeLessThanOrEqual(1)
    }),
  )
  expect(similarity('Warns of bleeding.', 'warns of BLEEDING')).toBe(1)
  expect(similarity('提醒出血风险', '提醒出血风险。')).toBe(1)
  expect(similarity('night', 'nacht')).toBe(0.25)
  expect(similarity('', '')).toBe(0)
})

test('hints cost a key press no more than comparing each text with ten others would, and find every pair that is alike enough', () => {
  const words = ['names', 'the', 'dose', 'of', 'metformin', 'warns', 'about', 'bleeding', 'with', 'warfarin', 'and', 'asks', 'for', 'kidney', 'function', 'before', 'it', 'is', 'given', 'twice']
  const criteria = Array.from({ length: 100 }, (_, nth) => ({ id: `${nth}`, text: Array.from({ length: 25 }, (_each, at) => `${words[(nth * 7 + at * (3 + (nth % 11))) % words.length]}${(nth * at) % 5}`).join(' ') }))
  const cost = (work: () => void) => {
    const taken = Array.from({ length: 3 }, () => {
      const before = process.cpuUsage()
      work()
      const { user, system } = process.cpuUsage(before)
      return user + system
    })
    return Math.min(...taken)
  }
  const compared = cost(() => criteria.forEach(({ text }, nth) => Array.from({ length: 10 }, (_, by) => similarity(text, criteria[(nth + by + 1) % 100]!.text))))
  expect(cost(() => hintsFor(criteria))).toBeLessThan(compared)
  const twice = criteria.flatMap(({ text }, nth) => {
    const other = criteria.slice(0, nth).find((one) => similarity(one.text, text) >= 0.8)
    return other ? [[`${nth}`, other.id]] : []
  })
  expect(hintsFor(criteria).flatMap((hint) => (hint.code === 'duplicate' ? [[hint.criterion, hint.other]] : []))).toEqual(twice)
})

test('hints name duplicates, two things asked at once and what cannot be seen, in both languages, and nothing else', () => {
  const hints = hintsFor([
    { id: '1', text: 'Warns of bleeding with warfarin.' },
    { id: '2', text: 'warns of bleeding with Warfarin' },
    { id: '3', text: 'Recommends a blood test and explains the result.' },
    { id: '4', text: 'Gives appropriate advice.' },
    { id: '5', text: '提醒出血风险，同时建议复查凝血功能。' },
    { id: '6', text: '给出合理建议。' },
    { id: '7', text: 'Mentions nausea and vomiting as side effects.' },
    { id: '8', text: '指出肾功能下降时应减量，并给出每日最大剂量。' },
    { id: '9', text: '在肾功能下降时，指出应减量，并给出每日的最大剂量。' },
    { id: '10', text: '建议到合理用药门诊就诊，并发症一并评估。' },
    { id: '11', text: '说明恶心、呕吐等常见不良反应。' },
  ])
  expect(hints).toEqual([
    { criterion: '2', code: 'duplicate', other: '1' },
    { criterion: '3', code: 'double-barrelled', words: 'and explains' },
    { criterion: '4', code: 'unverifiable', words: 'appropriate' },
    { criterion: '5', code: 'double-barrelled', words: '，同时' },
    { criterion: '6', code: 'unverifiable', words: '合理' },
    { criterion: '8', code: 'double-barrelled', words: '，并给出' },
    { criterion: '9', code: 'duplicate', other: '8' },
    { criterion: '9', code: 'double-barrelled', words: '，并给出' },
  ])
})

describe('two rubrics', () => {
  test('every criterion of either stands in exactly one row, and swapping the rubrics swaps the sides', () => {
    const other = anyCriteria.map((criteria) => criteria.map((one, nth) => ({ ...one, id: nth % 2 ? one.id : `other ${one.id}` })))
    fc.assert(
      fc.property(anyCriteria, other, (a, b) => {
        const rows = alignedRubrics(a, b)
        expect(rows.flatMap((row) => row.a ?? [])).toEqual(a)
        expect(new Set(rows.flatMap((row) => row.b ?? []))).toEqual(new Set(b))
        expect(rows.filter((row) => row.b)).toHaveLength(b.length)
        const names = (given: typeof rows, [one, two]: ['a' | 'b', 'a' | 'b']) => given.map((row) => JSON.stringify([row[one]?.id ?? null, row[two]?.id ?? null])).sort()
        expect(names(alignedRubrics(b, a), ['b', 'a'])).toEqual(names(rows, ['a', 'b']))
      }),
    )
  })

  test('the same wording finds itself under another id, in its own group alone; what is alone is shown', () => {
    const a = [criterionOf('a1', 'main', { text: 'Warns of bleeding.' }), criterionOf('a2', 'veto', { text: 'Advises to stop warfarin.' })]
    const b = [criterionOf('b1', 'veto', { text: 'Warns of bleeding.' }), criterionOf('b2', 'main', { text: 'Warns of the bleeding.' })]
    expect(alignedRubrics(a, b).map((row) => [row.a?.id ?? null, row.b?.id ?? null])).toEqual([['a1', 'b2'], ['a2', null], [null, 'b1']])
  }) // prettier-ignore

  test('of two that are as alike as their opposites, each finds its own words, whatever they are called', () => {
    const of = (name: string, ...texts: string[]) => texts.map((text, nth) => criterionOf(`${name}${nth}`, 'main', { text }))
    const [a, b] = [of('a', 'Refers if SpO2 < 90 %.', 'Refers if SpO2 > 90 %.'), of('b', 'refers if SpO2>90%', 'refers if SpO2<90%')]
    expect(alignedRubrics(a, b).map((row) => [row.a?.id, row.b?.id])).toEqual([['a0', 'b1'], ['a1', 'b0']])
  }) // prettier-ignore

  test('what is put otherwise finds itself among what is like it; what only says its frame alike stays alone', () => {
    const of = (name: string, ...texts: string[]) => texts.map((text, nth) => criterionOf(`${name}${nth}`, 'main', { text }))
    const pairs = (a: Criterion[], b: Criterion[]) => alignedRubrics(a, b).flatMap((row) => (row.a && row.b ? [`${row.a.id} ${row.b.id}`] : []))
    const one = of('a', 'States that metformin is reduced in renal failure.', 'States that metformin is stopped before contrast.', 'States that lactic acidosis is a risk of metformin.')
    const other = of('b', 'States that metformin causes diarrhoea.', 'States that renal failure asks for less metformin.', 'States that lactic acidosis can follow metformin.')
    expect(pairs(one, other)).toEqual(['a0 b1', 'a2 b2'])
    expect(pairs(of('a', '提醒肾功能不全时减量', '提醒常见副作用为腹泻'), of('b', '提醒造影前停用', '肾功能不全的患者应减量'))).toEqual(['a0 b1'])
    expect(pairs(of('a', 'Gives 5 mg of it.'), of('b', 'gives 5mg of it'))).toEqual(['a0 b0'])
  }) // prettier-ignore

  test('what is only alike is another criterion: it is told as added, and goes back to what it was made of or to its very words', () => {
    const before = [criterionOf('d1', 'main', { text: 'Advises diagnostic testing if symptoms are present.' }), criterionOf('d2', 'main', { text: 'Names the dose.' }), criterionOf('d3', 'main', { text: 'Warns and refers.' })]
    const own = criterionOf('w1', 'main', { text: 'Advises diagnostic testing if symptoms are present for long.', origin: { kind: 'written', from: [] } })
    const parts = split(before.slice(2), 'd3', [{ id: 'p', text: 'Warns.' }, { id: 'q', text: 'Refers.' }])
    const again = criterionOf('w2', 'main', { text: 'names the dose', origin: { kind: 'written', from: [] } })
    const after = [own, again, ...parts]
    expect(rubricDiff(before, after).map((change) => [change.kind, 'after' in change ? change.after.id : change.before.id])).toEqual([['added', 'w1'], ['changed', 'w2'], ['changed', 'p'], ['added', 'q'], ['removed', 'd1']])
    expect(provenanceOf(after, before, 'consensus', 'groups').map(({ criterion, draft, changed }) => [criterion, draft, changed.join()])).toEqual([['w1', null, ''], ['w2', 'd2', 'text'], ['p', 'd3', 'text'], ['q', 'd3', 'text']])
  }) // prettier-ignore

  test('a version against itself is all kept; words, weights, places, additions and removals are told', () => {
    fc.assert(fc.property(anyCriteria, (criteria) => rubricDiff(criteria, criteria).every(({ kind }) => kind === 'kept')))
    const [a, b, c] = [criterionOf('a', 'main', { weight: wholeWeight }), criterionOf('b', 'bonus', { text: 'Sympathises.' }), criterionOf('c', 'veto', { text: 'Diagnoses.' })]
    const told = rubricDiff([a, b, c], [c, { ...a, weight: 5, text: 'Other words.' }, criterionOf('d', 'bonus', { text: 'Is brief.' })])
    expect(told.map((change) => [change.kind, 'fields' in change ? change.fields.join() : ''])).toEqual([['changed', 'place'], ['changed', 'text,weight,place'], ['added', ''], ['removed', '']])
  }) // prettier-ignore
})

describe('rounds', () => {
  const rule: StopRule = { leastPassRate: 0.9, mostChange: 0.02, rounds: 2, leastReviewed: 100, confidence: 0.95 }
  const round = (passed: number, corrected: number, rejected = 0) => ({ passed, corrected, rejected })

  test('a pass rate has its Wilson interval, and an empty round none', () => {
    expect(roundStatistics(round(482, 15, 3), 0.95)).toMatchObject({ reviewed: 500, passRate: { value: 0.964 }, interval: { low: expect.closeTo(0.9438, 4), high: expect.closeTo(0.9771, 4), method: 'wilson' } })
    expect(roundStatistics(round(0, 0), 0.95)).toMatchObject({ passRate: { value: null, reason: 'nothing-reviewed' }, interval: null })
  })

  test('rounds stop only where enough of them, of enough reviews, are high and stable', () => {
    expect(anotherRound([round(482, 18)], rule)).toBe('too-few-rounds')
    expect(anotherRound([round(482, 18), round(30, 0)], rule)).toBe('too-few-reviewed')
    expect(anotherRound([round(482, 18), round(440, 60)], rule)).toBe('pass-rate-too-low')
    // 93 % is above 90 %, but of thirty reviews it could be 79 % as well.
    expect(anotherRound([round(28, 2), round(28, 2)], { ...rule, leastReviewed: 30 })).toBe('pass-rate-too-low')
    expect(anotherRound([round(400, 100), round(482, 18)], rule)).toBe('pass-rate-not-stable')
    expect(anotherRound([round(300, 200), round(479, 21), round(482, 18)], rule)).toBeNull()
  })

  test('a lower least pass rate or a larger change never asks for more rounds', () => {
    const anyRound = fc.record({ passed: fc.nat(500), corrected: fc.nat(100), rejected: fc.nat(50) })
    fc.assert(
      fc.property(fc.array(anyRound), (all) => {
        if (anotherRound(all, rule) === null) expect(anotherRound(all, { ...rule, leastPassRate: 0.5, mostChange: 0.5 })).toBeNull()
      }),
    )
  })
})
