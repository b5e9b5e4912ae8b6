import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caretOf } from '@/lib/spans/caret'
import { isEdge } from '@/lib/spans/edges'
import { markablePlace, snappedSelection } from './text-selection'

const parts = fc.constantFrom('a', 'b ', ' ', '\r\n', '中', '👨‍👩‍👧‍👦', 'e\u0301', '🇨🇳', 'ا', ' \u0301')
const cases = fc.tuple(fc.array(parts, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat()).map(([list, a, b]) => {
  const model = caretOf(list.join(''), 'en')
  return { model, anchor: a % (model.points.length + 1), focus: b % (model.points.length + 1) }
})

test('a snapped selection stands on grapheme edges, holds all that was selected and keeps its direction', () => {
  fc.assert(
    fc.property(cases, ({ model, anchor, focus }) => {
      const snapped = snappedSelection(model, { anchor, focus })
      expect(isEdge(model.graphemes, snapped.anchor) && isEdge(model.graphemes, snapped.focus)).toBe(true)
      if (anchor === focus) return
      expect(Math.min(snapped.anchor, snapped.focus)).toBeLessThanOrEqual(Math.min(anchor, focus))
      expect(Math.max(snapped.anchor, snapped.focus)).toBeGreaterThanOrEqual(Math.max(anchor, focus))
      expect(snapped.anchor < snapped.focus).toBe(anchor < focus)
    }),
  )
})

test('what is marked is never empty, never splits a grapheme, and carries no white space at its ends unless it is nothing else', () => {
  fc.assert(
    fc.property(cases, ({ model, anchor, focus }) => {
      const place = markablePlace(model, { anchor, focus })
      if (anchor === focus) {
        expect(place).toBeNull()
        return
      }
      expect(place!.start).toBeLessThan(place!.end)
      expect(isEdge(model.graphemes, place!.start) && isEdge(model.graphemes, place!.end)).toBe(true)
      const quote = model.points.slice(place!.start, place!.end)
      // A combining mark may stand on a space: then the space is part of a character.
      if (quote.trim() !== '') expect(/^\s(?!\u0301)|\s$/u.test(quote)).toBe(false)
    }),
  )
})

test('a triple click marks the sentence without its newline', () => {
  const model = caretOf('One dose. \r\nTwo', 'en')
  expect(markablePlace(model, { anchor: 12, focus: 0 })).toEqual({ start: 0, end: 9 })
})
