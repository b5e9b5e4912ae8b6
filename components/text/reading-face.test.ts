import { expect, test } from 'vitest'
import { isEastAsian } from './reading-face'

test('the language decides where it is known, the letters where it is not', () => {
  expect(isEastAsian('plain', 'zh-Hant')).toBe(true)
  expect(isEastAsian('二甲双胍', 'en')).toBe(false)
  expect(isEastAsian('二甲双胍是首选药物，500 mg', null)).toBe(true)
  expect(isEastAsian('Metformin (二甲双胍) is first line', null)).toBe(false)
})
