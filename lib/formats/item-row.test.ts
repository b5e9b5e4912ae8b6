import { expect, test } from 'vitest'
import { rowReasons } from '@/lib/formats/item-row'
import en from '@/lib/messages/en/formats.json'
import zhCn from '@/lib/messages/zh-CN/formats.json'

test('every reason for refusing a row is a sentence in both languages, and no sentence is left over', () => {
  expect(Object.keys(en.reasons).toSorted()).toEqual([...rowReasons].toSorted())
  expect(Object.keys(zhCn.reasons).toSorted()).toEqual([...rowReasons].toSorted())
})
