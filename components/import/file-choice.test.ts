import { expect, test } from 'vitest'
import { mappingProblems } from '@/lib/formats/csv-mapping'
import { limits } from '@/lib/formats/limits'
import { choiceOf, formatOf, said, type FileChoice } from './file-choice'
import { firstRows } from './first-rows'

const task = 'error-spans'
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16le = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))
const utf16be = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16())
/** Of characters of two bytes. */
const gbk = (text: string) => {
  const pairs = new Map<string, number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead < 0xff; lead += 1)
    for (let trail = 0x40; trail < 0xff; trail += 1) pairs.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  return Uint8Array.from(Array.from(text).flatMap((each) => pairs.get(each) ?? [each.charCodeAt(0)]))
}
const choose = (name: string, bytes: Uint8Array<ArrayBuffer>) => choiceOf(new File([bytes], name), task, {})
const problems = ({ mapping, columns }: FileChoice) => mappingProblems(mapping, columns, ['text'])
const shown = async (choice: FileChoice) => (await firstRows(choice, task)).rows.map((row) => ('item' in row ? [row.item.id, row.item.content] : row.reason))

test.each([
  ['Excel’s Unicode text', utf16le('\uFEFF编号\t正文\t医院\r\n1\t"头痛，\t发热"\t甲\r\n'), '\t'],
  ['semicolons', utf8('编号;正文;医院\n1;"头痛，\t发热";甲\n'), ';'],
  ['commas', utf8('编号,正文,医院\n1,"头痛，\t发热",甲\n'), ','],
])('a table that is named .txt, with %s, has its columns and its delimiter once a person says that it is one', async (_, bytes, delimiter) => {
  const plain = await choose('notes.txt', bytes)
  expect(plain.format).toBe('plain')
  const table = said(plain, task, { format: 'csv' })
  expect(table.columns).toEqual(['编号', '正文', '医院'])
  expect(formatOf(table)).toEqual({ kind: 'csv', delimiter, mapping: { 编号: 'id', 正文: 'text', 医院: 'sealed.医院' } })
  expect(problems(table)).toEqual([])
  expect(await shown(table)).toEqual([['1', expect.objectContaining({ text: '头痛，\t发热' })]])
})

test.each([
  // A byte of 本 is a comma's.
  ['utf-16le', utf16le('样本编号;文本\r\n1;头痛\r\n'), ['样本编号', '文本'], ';'],
  ['utf-16be', utf16be('样本编号\t文本\r\n1\t头痛\r\n'), ['样本编号', '文本'], '\t'],
  // Traditional characters, which are not taken for GB 18030 unasked.
  ['gb18030', gbk('編號,text\n1,頭暈\n'), ['編號', 'text'], ','],
] as const)('a table of which it is said that it is in %s is read anew in it: columns, delimiter, mapping and rows', async (encoding, bytes, columns, delimiter) => {
  const wrong = await choose('notes.csv', bytes)
  expect(wrong).toMatchObject({ format: 'csv', detected: 'utf-8' })
  expect(wrong.columns).not.toEqual(columns)
  const table = said(wrong, task, { encoding })
  expect(table).toMatchObject({ format: 'csv', detected: 'utf-8', columns, delimiter })
  expect(problems(table)).toEqual([])
  expect(await shown(table)).toEqual([[expect.any(String), expect.objectContaining({ text: encoding === 'gb18030' ? '頭暈' : '头痛' })]])
  expect(said(table, task, { encoding: '' })).toEqual({ ...wrong, byHand: table.byHand })
})

test('a format is proposed anew in another encoding, unless a person has chosen it', async () => {
  const lines = await choose('notes.txt', utf16le('{"id":"a","text":"头痛"}\n'))
  expect(lines.format).toBe('plain')
  expect(said(lines, task, { encoding: 'utf-16le' }).format).toBe('native')
  const chosen = said(said(lines, task, { format: 'csv' }), task, { format: 'plain' })
  expect(said(chosen, task, { encoding: 'utf-16le' }).format).toBe('plain')
  const table = said(await choose('notes.txt', utf16le('id;text\n1;头痛\n')), task, { format: 'csv' })
  expect(said(table, task, { encoding: 'utf-16le' })).toMatchObject({ format: 'csv', columns: ['id', 'text'], delimiter: ';' })
  const array = await choose('set.json', utf16be('[{"sample_id":"s","sentences":"1. a"}]'))
  expect(said(array, task, { encoding: 'utf-16be' })).toMatchObject({ format: 'medrect', array: true })
})

test('where a person has put a column it stays through other encodings and formats, and says nothing of another file', async () => {
  const bytes = gbk('id,text,title,醫院\n1,頭痛,x,y\n')
  const first = await choose('notes.csv', bytes)
  expect(first.mapping).toMatchObject({ title: 'tags.title' })
  const sealed = said(first, task, { mapping: { ...first.mapping, title: 'sealed.title' } })
  const unit = said(sealed, task, { unit: 'file', defaults: { source: 'Ward 3' } })
  const through = [{ encoding: 'utf-16be' }, { encoding: 'gb18030' }, { format: 'plain' }, { format: 'csv' }] as const
  const last = through.reduce((choice, some) => said(choice, task, some), unit)
  expect(last).toMatchObject({ unit: 'file', defaults: { source: 'Ward 3' } })
  expect(last.mapping).toEqual({ id: 'id', text: 'text', title: 'sealed.title', 醫院: 'sealed.醫院' })
  expect((await choose('notes.csv', bytes)).mapping).toMatchObject({ title: 'tags.title' })
})

test('a line of more columns than a table may have gives nothing to place, and the first rows say why', async () => {
  const wide = said(await choose('notes.txt', utf8(`${'a,'.repeat(limits.columns)}b\n`)), task, { format: 'csv' })
  expect(wide.columns).toEqual([])
  expect(await firstRows(wide, task)).toMatchObject({ rows: [], refused: { reason: 'too-many-columns' } })
})
