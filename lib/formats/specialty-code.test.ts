import { expect, test } from 'vitest'
import { languageTag } from '@/lib/formats/language-tag'
import { specialtyCode, specialtyNames } from '@/lib/formats/specialty-code'
import { en } from '@/lib/messages/en'
import { zhCn } from '@/lib/messages/zh-cn'

test('a specialty is its code by every name that the interface gives it, in any case and language', () => {
  expect(Object.keys(specialtyNames).sort()).toEqual(Object.keys(en.people.specialties).sort())
  for (const names of [en.people.specialties, zhCn.people.specialties])
    for (const [code, name] of Object.entries(names)) expect([name, specialtyCode(` ${name.toUpperCase()} `)]).toEqual([name, code])
})

test.each([
  ['心内科', 'cardiology'],
  ['Ob/Gyn', 'obstetrics-gynaecology'],
  ['INTERNAL_MEDICINE', 'internal-medicine'],
  ['ｃａｒｄｉｏｌｏｇｙ', 'cardiology'],
  ['Pediatrics', 'paediatrics'],
  [' Sleep medicine', ' Sleep medicine'],
  ['中医科', '中医科'],
])('%j is %j: what is not known stays as it was written', (name, code) => expect(specialtyCode(name)).toBe(code))

test('no name means two specialties', () => {
  const names = Object.entries(specialtyNames).flatMap(([code, others]) => others.map((name) => [name, code] as const))
  expect(names.filter(([name, code]) => specialtyCode(name) !== code)).toEqual([])
})

test.each([
  ['EN', 'en'],
  ['zh_cn', 'zh-CN'],
  ['zh-hans-cn', 'zh-Hans-CN'],
  ['iw', 'he'],
  ['English', null],
  ['en us', null],
  ['en-', null],
  ['', null],
])('the language %j is the tag %j', (text, tag) => expect(languageTag(text)).toBe(tag))
