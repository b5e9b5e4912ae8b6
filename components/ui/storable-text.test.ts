import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unstorable } from '@/lib/formats/unstorable'
import { anyCodePoint } from '@/lib/spans/any-text.testing'
import { storableText } from './storable-text'

test('whatever is pasted can be stored afterwards, and what could be stored before is not touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCodePoint }), (pasted) => {
      const kept = storableText(pasted)
      expect(unstorable(kept, '')).toBeNull()
      if (unstorable(pasted, '') === null) expect(kept).toBe(pasted)
    }),
  )
  expect(storableText('a\0b\ud800c💊')).toBe('ab\ufffdc💊')
})
