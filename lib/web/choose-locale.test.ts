import { expect, test } from 'vitest'
import { chooseLocale } from './choose-locale'

test.each([
  ['the cookie wins over the browser', 'en', 'zh-CN,zh;q=0.9', 'en'],
  ['any Chinese is Simplified Chinese', undefined, 'zh-TW', 'zh-CN'],
  ['quality decides, not order', undefined, 'zh;q=0.3, en-GB;q=0.8', 'en'],
  ['a language we do not speak is passed over', undefined, 'fr-FR, fr;q=0.9, zh;q=0.2', 'zh-CN'],
  ['a refused language is not chosen', undefined, 'zh;q=0', 'en'],
  ['a forged cookie is ignored', '../etc', 'zh', 'zh-CN'],
  ['nothing known is English', undefined, null, 'en'],
] as const)('%s', (_, cookie, header, expected) => {
  expect(chooseLocale(cookie, header)).toBe(expected)
})
