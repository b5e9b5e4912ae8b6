import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.testing'
import { codePointsOf } from './code-points'

describe('code points', () => {
  test('offsets are those of an iteration over the string, in both directions', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const points = codePointsOf(text)
        const characters = [...text]
        expect(points.length).toBe(characters.length)
        let utf16 = 0
        characters.forEach((character, codePoint) => {
          expect(points.toUtf16(codePoint)).toBe(utf16)
          expect(points.toCodePoint(utf16)).toBe(codePoint)
          utf16 += character.length
        })
        expect(points.toUtf16(characters.length)).toBe(text.length)
        expect(points.toCodePoint(text.length)).toBe(characters.length)
      }),
      { numRuns: 500 },
    )
  })

  test('an offset between the halves of a pair means the place before the pair', () => {
    const points = codePointsOf('a👍b👍')
    expect([0, 1, 2, 3, 4, 5, 6].map(points.toCodePoint)).toEqual([0, 1, 1, 2, 3, 3, 4])
  })

  test('a lone surrogate is one code point', () => {
    const points = codePointsOf('\udc4d\ud83dx\ud83d')
    expect(points.length).toBe(4)
    expect([0, 1, 2, 3, 4].map(points.toUtf16)).toEqual([0, 1, 2, 3, 4])
  })

  test('a slice is what Python or Postgres would cut', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const characters = [...text]
        const [start, end] = [a % (characters.length + 1), b % (characters.length + 1)].sort((x, y) => x - y) as [
          number,
          number,
        ]
        expect(codePointsOf(text).slice(start, end)).toBe(characters.slice(start, end).join(''))
      }),
    )
  })

  test.each([-1, 4, 0.5, NaN])('%s is outside a text of three characters and said to be', (offset) => {
    const points = codePointsOf('a👍b')
    expect(() => points.toUtf16(offset)).toThrow(RangeError)
    expect(() => points.toCodePoint(offset === 4 ? 5 : offset)).toThrow(RangeError)
  })
})
