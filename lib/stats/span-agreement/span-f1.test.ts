import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameSpans, spanF1, type SpanMatch } from './span-f1'
import type { SpanReading } from './span-reading'

const few = { confidence: 0.95, seed: 1, resamples: 20 }
const exact: SpanMatch = { kind: 'exact' }
const reading = (
  item: string,
  rater: string,
  ...spans: [start: number, end: number, label?: string][]
): SpanReading => ({
  item,
  rater,
  length: 100,
  spans: spans.map(([start, end, label = 'x']) => ({ start, end, label })),
})
const anySpan = fc
  .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }), fc.constantFrom('x', 'y'))
  .map(([start, size, label]) => ({ start, end: start + size, label }))
const anySpans = fc.array(anySpan, { maxLength: 5 })
const anyMatch = fc.constantFrom<SpanMatch>(exact, { kind: 'type' }, { kind: 'overlap', atLeast: 0.5 })
const anyReadings = fc
  .array(fc.array(anySpans, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((items) =>
    items.flatMap((raters, item) =>
      raters.map((spans, rater): SpanReading => ({ item: `${item}`, rater: `r${rater}`, length: 30, spans })),
    ),
  )

describe('span F1', () => {
  test('is 2 · same / all spans of a pair of raters over what both read, and the mean over pairs', () => {
    const readings = [
      reading('1', 'a', [0, 5], [10, 12]),
      reading('1', 'b', [0, 5]),
      reading('1', 'c', [10, 12]),
      reading('2', 'a', [3, 4]),
      reading('2', 'b', [3, 4]),
    ]
    // a-b: 2·2/5, a-c: 2·1/3, b-c: 0.
    expect(spanF1(readings, exact, few).value).toBeCloseTo((4 / 5 + 2 / 3 + 0) / 3, 12)
  })

  test('a span is the same by place, by overlap, or by label where it overlaps', () => {
    const of = (match: SpanMatch, a: [number, number, string?], b: [number, number, string?]) =>
      spanF1([reading('1', 'a', a), reading('1', 'b', b)], match, few).value
    expect(of(exact, [0, 4, 'x'], [0, 4, 'y'])).toBe(1)
    expect(of(exact, [0, 4], [0, 5])).toBe(0)
    expect(of({ kind: 'overlap', atLeast: 0.8 }, [0, 4], [0, 5])).toBe(1)
    expect(of({ kind: 'overlap', atLeast: 0.81 }, [0, 4], [0, 5])).toBe(0)
    expect(of({ kind: 'type' }, [0, 4, 'x'], [3, 9, 'x'])).toBe(1)
    expect(of({ kind: 'type' }, [0, 4, 'x'], [0, 4, 'y'])).toBe(0)
    expect(of({ kind: 'type' }, [0, 4, 'x'], [4, 9, 'x'])).toBe(0)
  })

  test('is a share, the same whatever the order, and 1 where all mark the same', () => {
    fc.assert(
      fc.property(anyReadings, anyMatch, (readings, match) => {
        const { value } = spanF1(readings, match, few)
        const turned = spanF1(readings.toReversed(), match, few).value
        if (value === null) expect(turned).toBeNull()
        else expect(turned).toBeCloseTo(value, 12)
        if (value !== null) expect(value >= 0 && value <= 1).toBe(true)
        const alike = readings.map((each) => ({
          ...each,
          spans: readings.find(({ item }) => item === each.item)!.spans,
        }))
        expect([1, null]).toContain(spanF1(alike, match, few).value)
      }),
      { numRuns: 300 },
    )
  })

  test('spans are paired one to one, and as many as can be', () => {
    fc.assert(
      fc.property(anySpans, anySpans, anyMatch, (as, bs, match) => {
        const most = (rest: typeof as, others: typeof bs): number => {
          const [first, ...later] = rest
          if (!first) return 0
          const pairs = others.flatMap((other, nth) =>
            sameSpans([first], [other], match) ? [1 + most(later, others.toSpliced(nth, 1))] : [],
          )
          return Math.max(most(later, others), ...pairs)
        }
        expect(sameSpans(as, bs, match)).toBe(most(as, bs))
      }),
    )
  })

  test('of one text that anybody marked has no interval, of two it has', () => {
    const marked = (item: string) => [reading(item, 'a', [0, 5]), reading(item, 'b', [0, 5], [10, 12])]
    const unmarked = [reading('2', 'a'), reading('2', 'b')]
    expect(spanF1(marked('1'), exact, few)).toEqual({ value: 2 / 3, reason: null, interval: null })
    expect(spanF1([...marked('1'), ...unmarked], exact, few).interval).toBeNull()
    expect(spanF1([...marked('1'), ...marked('3')], exact, few).interval).not.toBeNull()
  })

  test('says why there is none: nobody shared a text, or nobody marked anything', () => {
    const alone = [reading('1', 'a', [0, 1]), reading('2', 'b', [0, 1])]
    expect(spanF1(alone, exact, few)).toEqual({ value: null, reason: 'no-pairs', interval: null })
    const empty = [reading('1', 'a'), reading('1', 'b')]
    expect(spanF1(empty, exact, few)).toEqual({ value: null, reason: 'nothing-marked', interval: null })
  })
})
