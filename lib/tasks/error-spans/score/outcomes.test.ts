import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Gold } from './gold'
import { matchRuleOf, nameOfMatchRule, type ExpertJudgment } from './match'
import { outcomeOf } from './outcomes'
import type { Prediction } from './prediction'

const text = 'Give aspirin. Give 5 mg of warfarin daily. 𠮷 Rest.'
const gold = (spans: [number, number][], more: Partial<Gold> = {}): Gold => ({
  id: 'a',
  text,
  erroneous: spans.length > 0,
  spans: spans.map(([start, end]) => ({ start, end, type: null })),
  facets: {},
  sentences: null,
  ...more,
})
const flagged = (...spans: Prediction['spans']): Prediction => ({ flagged: true, spans })
const localised = (rule: string, truth: Gold, prediction: Prediction) =>
  outcomeOf(truth, prediction, { rule: matchRuleOf(rule)! }).localised

describe('a match rule', () => {
  test('exact: the same offsets, and nothing else', () => {
    expect(localised('exact', gold([[19, 23]]), flagged({ start: 19, end: 23 }))).toBe(true)
    expect(localised('exact', gold([[19, 23]]), flagged({ start: 19, end: 24 }))).toBe(false)
  })

  test('overlap: intersection over union at the threshold is enough, below it is not', () => {
    expect(localised('overlap:0.5', gold([[10, 20]]), flagged({ start: 10, end: 15 }))).toBe(true)
    expect(localised('overlap:0.5', gold([[10, 20]]), flagged({ start: 10, end: 14 }))).toBe(false)
  })

  test('contains: the prediction holds the whole gold span, not the other way round', () => {
    expect(localised('contains', gold([[19, 23]]), flagged({ start: 14, end: 42 }))).toBe(true)
    expect(localised('contains', gold([[14, 42]]), flagged({ start: 19, end: 23 }))).toBe(false)
  })

  test('sentence: the same sentences and no more; white space at the ends touches none', () => {
    const truth = gold([[27, 35]])
    expect(localised('sentence', truth, flagged({ start: 13, end: 18 }))).toBe(true)
    expect(localised('sentence', truth, flagged({ start: 0, end: 18 }))).toBe(false)
    expect(localised('sentence', truth, flagged({ start: 0, end: 12 }))).toBe(false)
    expect(localised('sentence', truth, flagged({ sentence: 1 }))).toBe(true)
  })

  test('sentence: sentences that the record states count, not those of the text', () => {
    const stated = gold([[27, 35]], { sentences: [{ start: 0, end: 26 }, null, { start: 27, end: 42 }] })
    expect(localised('sentence', stated, flagged({ start: 36, end: 40 }))).toBe(true)
    expect(localised('sentence', stated, flagged({ start: 14, end: 18 }))).toBe(false)
    expect(localised('sentence', stated, flagged({ sentence: 2 }))).toBe(true)
    expect(localised('sentence', stated, flagged({ sentence: 1 }))).toBe(false)
  })

  test.each(['exact', 'contains', 'sentence', 'overlap:0.5', 'overlap:1'])('%s goes by its name', (name) => {
    expect(nameOfMatchRule(matchRuleOf(name)!)).toBe(name)
  })

  test.each(['', 'overlap', 'overlap:0', 'overlap:1.5', 'overlap:x', 'Exact', 'toString'])('%j is no rule', (name) => {
    expect(matchRuleOf(name)).toBeNull()
  })
})

describe('an outcome', () => {
  test('a quote stands for its place in code points; one that is not in the text places nothing and is still a flag', () => {
    expect(localised('exact', gold([[43, 44]]), flagged({ quote: '𠮷', near: null }))).toBe(true)
    expect(localised('exact', gold([[14, 18]]), flagged({ quote: 'Give', near: null }))).toBe(false)
    expect(localised('exact', gold([[14, 18]]), flagged({ quote: 'Give', near: 12 }))).toBe(true)
    const misquoted = outcomeOf(gold([[14, 18]]), flagged({ quote: 'give', near: null }), { rule: { kind: 'exact' } })
    expect(misquoted).toMatchObject({ flagged: true, localised: false, predictedSpans: [null] })
  })

  test('every gold span needs a predicted span of its own', () => {
    const two = gold([[14, 18], [27, 35]]) // prettier-ignore
    expect(localised('sentence', two, flagged({ sentence: 1 }))).toBe(false)
    expect(localised('sentence', two, flagged({ sentence: 1 }, { start: 14, end: 20 }))).toBe(true)
    expect(localised('exact', two, flagged({ start: 27, end: 35 }, { start: 14, end: 18 }))).toBe(true)
  })

  test('a missing prediction is wrong, whatever the truth', () => {
    const match = { rule: { kind: 'exact' } } as const
    expect(outcomeOf(gold([[14, 18]]), undefined, match)).toMatchObject({ flagged: false, missing: true })
    expect(outcomeOf(gold([]), undefined, match)).toMatchObject({ flagged: true, missing: true, localised: false })
  })

  test('an erroneous text whose error has no place cannot be localised, nor can an unflagged one', () => {
    expect(localised('exact', gold([], { erroneous: true }), flagged())).toBe(false)
    expect(localised('exact', gold([[14, 18]]), { flagged: false, spans: [{ start: 14, end: 18 }] })).toBe(false)
  })

  test('an expert overrules the rule both ways; what they have not judged goes by the rule and is listed', () => {
    const truth = gold([[14, 18]])
    const judged = (said: ExpertJudgment, end: number) =>
      outcomeOf(truth, flagged({ start: 14, end }), { rule: { kind: 'exact' }, expert: () => said })
    expect(judged('same', 20)).toMatchObject({ localised: true, unjudged: [] })
    expect(judged('different', 18)).toMatchObject({ localised: false, unjudged: [] })
    expect(judged('unjudged', 18)).toMatchObject({ localised: true, unjudged: [] })
    expect(judged('unjudged', 20)).toMatchObject({ localised: false, unjudged: [[0, 0]] })
  })

  test('predicting the gold itself is right under every rule, in any order', () => {
    const place = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 }))
    const rules = fc.constantFrom('exact', 'overlap:0.3', 'contains')
    fc.assert(
      fc.property(fc.uniqueArray(place, { minLength: 1, maxLength: 5, selector: String }), rules, (places, rule) => {
        const truth = gold(places.map(([start, size]) => [start, start + size]))
        const { localised: right, pairs } = outcomeOf(truth, flagged(...truth.spans.toReversed()), {
          rule: matchRuleOf(rule)!,
        })
        expect(right).toBe(true)
        expect(new Set(pairs.map(([, predicted]) => predicted)).size).toBe(truth.spans.length)
      }),
    )
  })
})
