import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, maxSlugLength, slugOf, slugPattern } from './study-slug'

test('a name becomes an address of plain letters', () => {
  expect(slugOf('Fact check, 2026 (München)')).toBe('fact-check-2026-munchen')
  expect(slugOf('MedFact 医学事实核查')).toBe('medfact')
  expect(slugOf('出院记录')).toBe('study')
  expect(slugOf('出院记录核查 2026')).toBe('study-2026')
})

test('whatever the name, the address is well formed, and made again from itself it stays the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (name) => {
      const slug = slugOf(name)
      expect(slug).toMatch(slugPattern)
      expect(slug.length).toBeLessThanOrEqual(maxSlugLength)
      expect(slugOf(slug)).toBe(slug)
    }),
  )
})

test('an address in use is given the next free number', () => {
  expect(freeSlug('study', [])).toBe('study')
  expect(freeSlug('study', ['study', 'study-2', 'study-4'])).toBe('study-3')
  expect(freeSlug('a'.repeat(maxSlugLength), ['a'.repeat(maxSlugLength)])).toMatch(slugPattern)
})
