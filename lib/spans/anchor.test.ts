import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anchoredQuote } from './anchor'
import { anyText } from './any-text.testing'
import { codePointsOf } from './code-points'

describe('anchoring by quote', () => {
  test('a quote is found where it was cut, given that place, and is the text there', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = codePointsOf(text)
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        const quote = points.slice(start, end)
        if (start === end) {
          expect(anchoredQuote(points, quote, start)).toBeNull()
          return
        }
        expect(anchoredQuote(points, quote, start)).toMatchObject({ start, end })
        const anywhere = anchoredQuote(points, quote)!
        expect(points.slice(anywhere.start, anywhere.end)).toBe(quote)
        expect(anywhere.start).toBeLessThanOrEqual(start)
      }),
      { numRuns: 1000 },
    )
  })

  test('of several occurrences the nearest is taken, the earlier of two equally near, the first when nothing is said', () => {
    const points = codePointsOf('👍aa 👍aa aa')
    expect(anchoredQuote(points, 'aa', 5)).toEqual({ start: 5, end: 7, occurrences: 3 })
    expect(anchoredQuote(points, 'aa', 3)).toEqual({ start: 1, end: 3, occurrences: 3 })
    expect(anchoredQuote(points, 'aa', 99)).toEqual({ start: 8, end: 10, occurrences: 3 })
    expect(anchoredQuote(points, 'aa')).toEqual({ start: 1, end: 3, occurrences: 3 })
    expect(anchoredQuote(codePointsOf('aaa'), 'aa', 1)).toEqual({ start: 1, end: 3, occurrences: 2 })
  })

  test('nothing is folded and half a character is no occurrence', () => {
    expect(anchoredQuote(codePointsOf('Aspirin'), 'aspirin')).toBeNull()
    expect(anchoredQuote(codePointsOf('a\nb'), 'a b')).toBeNull()
    expect(anchoredQuote(codePointsOf('👍'), '\ud83d')).toBeNull()
    expect(anchoredQuote(codePointsOf('👍'), '\udc4d')).toBeNull()
  })
})
