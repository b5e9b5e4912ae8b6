import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codePointsOf } from '@/lib/spans/code-points'
import { textBlocks } from './text-blocks'

const texts = fc
  .array(fc.constantFrom('a', ' ', '\n', '\r\n', '\r', '\u2028', '中', '👩‍⚕️', 'e\u0301', 'ا', '\t'), { maxLength: 60 })
  .map((parts) => parts.join(''))

test('the blocks join to exactly the text, whatever its newlines', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = textBlocks(codePointsOf(text))
      expect(blocks.map((block) => block.text).join('')).toBe(text)
      let at = 0
      for (const block of blocks) {
        expect(block.at).toBe(at)
        at += block.text.length
      }
    }),
  )
})

test('a CR LF is never parted, and a text that ends in a newline has a last block for the caret', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const blocks = textBlocks(codePointsOf(text))
      blocks.forEach(({ text: block }, index) => {
        if (block.endsWith('\r')) expect(blocks[index + 1]?.text.startsWith('\n')).toBe(false)
      })
      if (/[\n\r\u2028\u2029]$/.test(text)) expect(blocks.at(-1)!.text).toBe('')
    }),
    { examples: [['a\r\nb'], ['\r\n\r\n'], ['a\r'], ['\n']] },
  )
})
