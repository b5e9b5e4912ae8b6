import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { storableText } from '@/lib/spans/any-text.testing'
import { codePointsOf } from '@/lib/spans/code-points'
import { graphemesOf } from '@/lib/spans/graphemes'
import { content, judgmentOf } from './any-readings.testing'
import { emptyDraft } from './empty-draft'
import type { Draft, Span } from './judgment'
import { problemCodes, problems } from './problems'
import { medec } from './templates/medec'
import { medfact } from './templates/medfact'

const mark = (start: number, end: number) => ({ start, end, type: 'conceptual', correction: 'c', explanation: 'e' })
const complete: Draft = { ...judgmentOf([mark(0, 3)], 'one'), difficulty: 2 }
const span = complete.spans[0]!
const path = `spans.${span.id}`
const withSpan = (change: Partial<Span>): Draft => ({ ...complete, spans: [{ ...span, ...change }] })
const other = judgmentOf([mark(5, 8)], 'other').spans[0]!

const context = { content, settings: medfact.settings, form: medfact.form }
const found = (draft: Draft, of: 'judgment' | 'verdict' = 'judgment') =>
  problems(draft, { ...context, of }).map((problem) => `${problem.path} ${problem.code}`)

const examples: [Draft, string[]][] = [
  [emptyDraft(), ['veracity veracity-missing', 'difficulty difficulty-missing', 'confidence confidence-missing']],
  [{ ...complete, veracity: 'correct' }, ['spans spans-on-correct']],
  [{ ...complete, spans: [] }, ['spans span-missing']],
  [{ ...complete, spans: [span, other] }, ['spans span-only-one']],
  [{ ...complete, spans: [span, { ...other, id: span.id }] }, ['spans span-only-one', `${path} span-id-twice`]],
  [
    { ...complete, spans: [span, { ...span, id: other.id }] },
    ['spans span-only-one', `spans.${other.id} span-duplicate`],
  ],
  [withSpan({ end: 21, quote: content.text }), [`${path} span-outside-text`]],
  [withSpan({ end: 0, quote: '' }), [`${path} span-outside-text`]],
  [withSpan({ quote: 'abx' }), [`${path} span-quote-differs`]],
  [withSpan({ type: '' }), [`${path}.type type-missing`]],
  [withSpan({ type: 'elsewhere' }), [`${path}.type type-unknown`]],
  [withSpan({ correction: ' ' }), [`${path}.correction correction-missing`]],
  [withSpan({ explanation: '' }), [`${path}.explanation explanation-missing`]],
  [{ ...complete, difficulty: 6 }, ['difficulty difficulty-unknown-level']],
  [{ ...complete, confidence: 4 }, ['confidence confidence-unknown-level']],
]

describe('problems', () => {
  test('a complete judgment has none, nor has a text found correct', () => {
    expect(found(complete)).toEqual([])
    expect(found({ ...complete, difficulty: 5, confidence: 3 })).toEqual([])
    expect(found({ ...complete, veracity: 'correct', spans: [] })).toEqual([])
  })

  test.each(examples)('%# every rule is named where it is broken', (draft, expected) => {
    expect(found(draft)).toEqual(expected)
  })

  test('every code there is has an example', () => {
    const shown = examples.flatMap(([draft]) => problems(draft, context).map(({ code }) => code))
    expect([...problemCodes].filter((code) => !shown.includes(code))).toEqual(['span-splits-character'])
  })

  test('a verdict owes no difficulty and no confidence, but everything else', () => {
    const without = { ...complete, difficulty: null, confidence: null }
    expect(found(without, 'verdict')).toEqual([])
    expect(found(without)).toHaveLength(2)
    expect(found({ ...without, spans: [] }, 'verdict')).toEqual(['spans span-missing'])
  })

  test('several errors are no problem where the study allows any number', () => {
    const settings = { ...medfact.settings, errorsPerText: 'any' as const }
    expect(problems({ ...complete, spans: [span, other] }, { ...context, settings })).toEqual([])
  })

  test('what the form does not ask for is never owed', () => {
    const draft = { ...complete, difficulty: null, spans: [{ ...span, type: 'diagnosis', explanation: '' }] }
    expect(problems(draft, { content, settings: medec.settings, form: medec.form })).toEqual([])
  })

  test('in any text, a span is well placed exactly when both its ends are grapheme edges', () => {
    fc.assert(
      fc.property(storableText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = codePointsOf(text)
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        fc.pre(start < end)
        const edges = [...graphemesOf(points)]
        const placed = problems(withSpan({ start, end, quote: points.slice(start, end) }), {
          ...context,
          content: { text },
        })
        const whole = edges.includes(start) && edges.includes(end)
        expect(placed.map(({ code }) => code)).toEqual(whole ? [] : ['span-splits-character'])
      }),
      { numRuns: 500 },
    )
  })
})
