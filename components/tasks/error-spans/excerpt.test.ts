import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerpt } from './excerpt'

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
