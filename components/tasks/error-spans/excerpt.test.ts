import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt'
import { newSpanId } from './new-span-id'

test('an excerpt is one line, never longer than asked, and cuts no character', () => {
  const words = fc
    .array(fc.constantFrom('a', ' ', '\r\n', '👨‍👩‍👧‍👦', 'e\u0301', '中'), { maxLength: 80 })
    .map((list) => list.join(''))
  fc.assert(
    fc.property(words, fc.integer({ min: 12, max: 40 }), (quote, longest) => {
      const short = excerpt(quote, longest)
      const whole = quote.replace(/\s+/gu, ' ').trim()
      expect([...short].length).toBeLessThanOrEqual(longest + 1)
      expect(/[\r\n]/.test(short)).toBe(false)
      if (short !== whole) {
        const kept = short.slice(0, -1)
        expect(whole.startsWith(kept)).toBe(true)
        const edges = [...new Intl.Segmenter('en').segment(whole)].map(({ index }) => index)
        expect(edges).toContain(kept.length)
      }
    }),
  )
})

test('a span id is a UUID of version 4, and no two are the same', () => {
  const ids = Array.from({ length: 100 }, newSpanId)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
