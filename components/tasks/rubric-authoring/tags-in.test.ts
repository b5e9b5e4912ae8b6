import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tagsIn } from './tags-in'

test('a field says its tags at every key press, each once, in either script’s commas', () => {
  expect(tagsIn('level:example, axis:acc', [])).toEqual(['level:example', 'axis:acc'])
  expect(tagsIn(' 剂量，剂量，, 出血 ,', [])).toEqual(['剂量', '出血'])
  expect(tagsIn('', ['a'])).toEqual([])
})

test('whatever tags a file brought, the field that shows them says the same ones, and one more typed behind them is one more', () => {
  const anyTag = fc.stringMatching(/^[a-c][a-c, ，]{0,4}[a-c]$/)
  fc.assert(
    fc.property(fc.uniqueArray(anyTag, { maxLength: 1 }), fc.uniqueArray(fc.constantFrom('x', 'y', 'z')), (odd, plain) => {
      const tags = [...odd, ...plain]
      expect(tagsIn(tags.join(', '), tags)).toEqual(tags)
      expect(tagsIn([...tags, 'new'].join(', '), tags)).toEqual([...tags, 'new'])
    }),
  )
})
