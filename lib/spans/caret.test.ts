import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyText } from './any-text.testing'
import { caretOf, type CaretUnit } from './caret'
import { isEdge } from './edges'

const units: CaretUnit[] = ['grapheme', 'word', 'sentence', 'line', 'text']

/** The stops of a caret that goes through the whole text. */
function stops(text: string, locale: string, unit: CaretUnit, direction: 'forward' | 'backward'): number[] {
  const caret = caretOf(text, locale)
  const goal = direction === 'forward' ? caret.points.length : 0
  const found: number[] = []
  let at = caret.points.length - goal
  while (at !== goal) found.push((at = caret.moved(at, unit, direction)))
  return found
}
const cutAt = (text: string, ends: number[]) =>
  ends.map((end, nth) => [...text].slice(ends[nth - 1] ?? 0, end).join(''))

describe('caret', () => {
  test('every move lands on a grapheme edge and gets further, from any place in any text', () => {
    fc.assert(
      fc.property(
        anyText,
        fc.nat(),
        fc.constantFrom(...units),
        fc.constantFrom('en', 'zh-CN', 'ja'),
        (text, n, unit, locale) => {
          const caret = caretOf(text, locale)
          const offset = n % (caret.points.length + 1)
          const ahead = caret.moved(offset, unit, 'forward')
          const back = caret.moved(offset, unit, 'backward')
          expect(isEdge(caret.graphemes, ahead) && isEdge(caret.graphemes, back)).toBe(true)
          expect(ahead > offset || ahead === caret.points.length).toBe(true)
          expect(back < offset || back === 0).toBe(true)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('by grapheme, back undoes forth', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, n) => {
        const caret = caretOf(text, 'en')
        const edge = caret.graphemes[n % caret.graphemes.length]!
        if (edge === caret.points.length) return
        expect(caret.moved(caret.moved(edge, 'grapheme', 'forward'), 'grapheme', 'backward')).toBe(edge)
      }),
    )
  })

  test('the unit at a place holds it and lies on grapheme edges', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.constantFrom(...units), (text, n, unit) => {
        const caret = caretOf(text, 'zh-CN')
        const offset = n % (caret.points.length + 1)
        const found = caret.unitAt(offset, unit)
        if (unit === 'grapheme') expect(found === null).toBe(offset === caret.points.length)
        if (!found) return
        expect(found.start <= offset && offset < found.end).toBe(true)
        expect(isEdge(caret.graphemes, found.start) && isEdge(caret.graphemes, found.end)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('words are those of the language: Chinese and Japanese by dictionary', () => {
    expect(cutAt('患者突发胸痛，入院。', stops('患者突发胸痛，入院。', 'zh-CN', 'word', 'forward'))).toEqual([
      '患者', '突发', '胸痛', '，入院', '。',
    ]) // prettier-ignore
    expect(cutAt('患者は胸痛で入院した', stops('患者は胸痛で入院した', 'ja', 'word', 'forward'))).toContain('入院')
    expect(stops('Give 5 mg.  Then rest', 'en', 'word', 'forward')).toEqual([4, 6, 9, 16, 21])
    expect(stops('Give 5 mg.  Then rest', 'en', 'word', 'backward')).toEqual([17, 12, 7, 5, 0])
  })

  test('a sentence is left without the white space behind it, a line before its newline', () => {
    expect(stops('One.  Two! 三。四', 'en', 'sentence', 'forward')).toEqual([4, 10, 13, 14])
    expect(stops('One.  Two! 三。四', 'en', 'sentence', 'backward')).toEqual([13, 11, 6, 0])
    expect(stops('ab\r\n\ncd', 'en', 'line', 'forward')).toEqual([2, 4, 7])
    expect(caretOf('One.  Two! ', 'en').unitAt(7, 'sentence')).toEqual({ start: 6, end: 10 })
    expect(caretOf('One.  Two! ', 'en').unitAt(5, 'sentence')).toBeNull()
    expect(caretOf('ab\n\ncd', 'en').unitAt(4, 'line')).toEqual({ start: 4, end: 6 })
    expect(caretOf('wide  gap', 'en').unitAt(5, 'word')).toBeNull()
  })

  test('a malformed language of an item breaks nothing', () => {
    expect(caretOf('one two', 'not a tag').moved(0, 'word', 'forward')).toBe(3)
  })
})
