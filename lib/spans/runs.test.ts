import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { overlapOf } from './interval'
import { runsOf } from './runs'

const anySpan = fc
  .tuple(fc.nat(30), fc.integer({ min: 1, max: 12 }))
  .map(([start, size]) => ({ start, end: start + size }))
const anySpans = fc.array(anySpan, { maxLength: 12 })
const length = 36

describe('runs', () => {
  test('partition the text and lie each under exactly the spans that hold it', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { runs } = runsOf(length, spans)
        let at = 0
        for (const run of runs) {
          expect(run.start).toBe(at)
          expect(run.end).toBeGreaterThan(run.start)
          at = run.end
          const holding = spans.flatMap((span, index) =>
            span.start <= run.start && run.end <= span.end ? [index] : [],
          )
          expect([...run.covers].sort((a, b) => a - b)).toEqual(holding)
        }
        expect(at).toBe(length)
      }),
      { numRuns: 500 },
    )
  })

  test('overlapping spans never share a lane, and no more lanes are used than spans lie on one place', () => {
    fc.assert(
      fc.property(anySpans, (spans) => {
        const { runs, lanes } = runsOf(length + 10, spans)
        for (let a = 0; a < spans.length; a++) {
          for (let b = 0; b < a; b++) if (overlapOf(spans[a]!, spans[b]!) > 0) expect(lanes[a]).not.toBe(lanes[b])
        }
        for (const { covers } of runs) {
          const here = covers.map((index) => lanes[index]!)
          expect(here).toEqual(here.toSorted((a, b) => a - b))
        }
        const depth = Math.max(0, ...runs.map(({ covers }) => covers.length))
        expect(Math.max(-1, ...lanes) + 1).toBe(depth)
      }),
      { numRuns: 500 },
    )
  })

  test('a span that holds another comes first, one beyond the text is cut, an empty one cuts nothing', () => {
    expect(runsOf(6, [{ start: 1, end: 2 }, { start: 1, end: 9 }, { start: 3, end: 3 }])).toEqual({
      runs: [
        { start: 0, end: 1, covers: [] },
        { start: 1, end: 2, covers: [1, 0] },
        { start: 2, end: 6, covers: [1] },
      ],
      lanes: [1, 0, 1],
    }) // prettier-ignore
    expect(runsOf(0, [])).toEqual({ runs: [], lanes: [] })
  })
})
