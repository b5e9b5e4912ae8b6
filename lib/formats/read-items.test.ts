import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import type { ItemRow } from '@/lib/formats/item-row'
import type { NativeItem } from '@/lib/formats/native-item'
import { readItems, type ItemFile, type ItemFormat } from '@/lib/formats/read-items'
import { nativeLine, writeNative } from '@/lib/formats/write-native'

const content = z.strictObject({ text: z.string() })
type Content = z.infer<typeof content>

async function* inChunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0
  for (const cut of [...cuts].map((each) => each % (bytes.length + 1)).sort((a, b) => a - b)) {
    yield bytes.slice(start, cut)
    start = cut
  }
  yield bytes.slice(start)
}

const utf8 = (text: string) => new TextEncoder().encode(text)

async function rowsOf(
  source: string | Uint8Array,
  format: ItemFormat,
  more: Partial<ItemFile<Content>> = {},
  cuts: readonly number[] = [],
): Promise<ItemRow<Content>[]> {
  const bytes = typeof source === 'string' ? utf8(source) : source
  const rows: ItemRow<Content>[] = []
  for await (const row of readItems(inChunks(bytes, cuts), { name: 'notes.txt', content, format, ...more }))
    rows.push(row)
  return rows
}

const textsOf = (rows: ItemRow<Content>[]) => rows.map((row) => ('item' in row ? row.item.content.text : row.reason))
const problemsOf = (rows: ItemRow<Content>[]) =>
  rows.flatMap((row) => ('reason' in row ? [[row.line, row.field, row.reason]] : []))

/** Words and marks that parsers trip over: every line end, quotes, CJK, right-to-left, emoji, combining marks, a BOM inside. */
const shard = fc.constantFrom(
  ...['a', ' ', '"', '""', ',', ';', '\t', '\n', '\r', '\r\n', '\\', '{', '}', '[', ']', '1. ', 'é', 'e\u0301'],
  ...['患者', '。', '👩🏽‍⚕️', '🩺', 'مريض', 'חולה', '\uFEFF', '\uFFFD', '\u2028', '𠮷'],
)
const anyText = fc.array(shard, { maxLength: 12 }).map((parts) => parts.join(''))
const text = anyText.map((each) => `x${each}`)

/** Any JSON but integers that a double may have rounded: those are refused, which has its own test. */
const json = fc.jsonValue({ maxDepth: 3 }).filter((value) => !/\d{16}|e\+/.test(JSON.stringify(value)))

describe('native JSON Lines', () => {
  const item: fc.Arbitrary<NativeItem<Content>> = fc.record({
    id: text,
    content: fc.record({ text }),
    language: fc.constantFrom('en', 'zh-CN', null),
    specialty: fc.option(text),
    group: fc.option(text),
    source: fc.option(text),
    licence: fc.option(text),
    tags: fc.dictionary(text, fc.oneof(anyText, fc.integer(), fc.boolean(), fc.array(anyText, { maxLength: 3 })), {
      noNullPrototype: true,
      maxKeys: 3,
    }),
    sealed: fc.dictionary(text, json, { noNullPrototype: true, maxKeys: 3 }),
  }) as fc.Arbitrary<NativeItem<Content>>

  test('what the writer writes, the reader reads back, however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(item, { maxLength: 5 }), fc.array(fc.nat(), { maxLength: 8 }), async (items, cuts) => {
        const pieces: Uint8Array[] = []
        for await (const piece of writeNative(items)) pieces.push(piece)
        const file = pieces.map((piece) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(piece)).join('')
        const rows = await rowsOf(file, { kind: 'native' }, {}, cuts)
        const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown
        expect(rows.map((row) => plain('item' in row ? row.item : row))).toEqual(items.map(plain))
      }),
    )
  })

  test('every row error names the line, the field and the reason, and keeps the row as it stood', async () => {
    const lines: [string, string | null, string][] = [
      ['{"id":1,"text":"a","model":"x"}', 'model', 'unknown-field'],
      ['{"text":"a"}', 'id', 'missing'],
      ['{"id":{},"text":"a"}', 'id', 'wrong-type'],
      ['{"id":12345678901234567890,"text":"a"}', 'id', 'id-not-exact'],
      ['{"id":1.5,"text":"a"}', 'id', 'id-not-exact'],
      ['{"id":" ","text":"a"}', 'id', 'empty'],
      ['{"id":1}', 'text', 'missing'],
      ['{"id":1,"text":7}', 'text', 'wrong-type'],
      ['{"id":1,"text":"\\n "}', 'text', 'empty'],
      ['{"id":1,"text":"a\\u0000b"}', 'text', 'nul-character'],
      ['{"id":1,"text":"a\\ud83d"}', 'text', 'lone-surrogate'],
      ['{"id":1,"text":"a","sealed":{"votes":[1,"\\udc00"]}}', 'sealed.votes[1]', 'lone-surrogate'],
      ['{"id":1,"text":"a","sealed":{"score":1e999}}', 'sealed.score', 'number-not-exact'],
      ['{"id":1,"text":"a","sealed":[]}', 'sealed', 'not-an-object'],
      ['{"id":1,"text":"a","tags":{"age":{}}}', 'tags.age', 'wrong-type'],
      ['{"id":1,"text":"a","language":"English please"}', 'language', 'not-a-language'],
      ['{"id":1,"text":"a"', null, 'not-json'],
      ['["id"]', null, 'not-an-object'],
    ]
    const rows = await rowsOf(lines.map(([raw]) => raw).join('\r\n'), { kind: 'native' })
    expect(rows).toMatchObject(lines.map(([raw, field, reason], index) => ({ line: index + 1, field, reason, raw })))
  })

  test('an id may be an integer, and what the file says of all rows fills what a row leaves out', async () => {
    const rows = await rowsOf(
      '\n{"id":7,"text":"a","licence":null}\n\n',
      { kind: 'native' },
      { defaults: { licence: 'CC BY 4.0' } },
    )
    expect(rows).toMatchObject([{ line: 2, item: { id: '7', licence: 'CC BY 4.0', language: null } }])
  })

  test("another task's fields are read by that task's schema", async () => {
    const dialogue = z.strictObject({ prompt: z.string(), turns: z.array(z.strictObject({ who: z.string() })) })
    const lines =
      '{"id":1,"prompt":"p","turns":[{"who":"a"}]}\n{"id":2,"prompt":"p","turns":[{"who":1}]}\n{"id":3,"text":"t"}'
    const rows = []
    for await (const row of readItems(inChunks(utf8(lines), []), {
      name: 'f',
      content: dialogue,
      format: { kind: 'native' },
    }))
      rows.push(row)
    expect(rows).toMatchObject([
      { item: { content: { prompt: 'p', turns: [{ who: 'a' }] } } },
      { field: 'turns.0.who', reason: 'wrong-type' },
      { field: 'text', reason: 'unknown-field' },
    ])
  })

  test('a giant line is refused, costs no other row, and is not kept', async () => {
    const giant = `{"id":2,"text":"${'患'.repeat(9 * 1024 * 1024)}"}`
    const rows = await rowsOf(`{"id":1,"text":"a"}\n${giant}\n{"id":3,"text":"b"}\n`, { kind: 'native' })
    expect(rows).toMatchObject([
      { line: 1 },
      { line: 2, reason: 'row-too-long', raw: null },
      { line: 3, item: { id: '3' } },
    ])
  })

  test('a line far beyond what is held is refused like any other that is too long', async () => {
    async function* source() {
      yield utf8('{"id":1,"text":"a"}\n{"id":2,"text":"')
      for (let piece = 0; piece < 40; piece += 1) yield new Uint8Array(1024 * 1024).fill(0x61)
      yield utf8('"}\n{"id":3,"text":"b"}\n')
    }
    const rows = []
    for await (const row of readItems(source(), { name: 'f', content, format: { kind: 'native' } })) rows.push(row)
    expect(rows).toMatchObject([
      { line: 1 },
      { line: 2, reason: 'row-too-long', raw: null },
      { line: 3, item: { id: '3' } },
    ])
  })

  test('a text has at most 1,000,000 code points, however many UTF-16 units', async () => {
    const lines = [1_000_000, 1_000_001].map((length) => nativeLine(itemOf('𠮷'.repeat(length)))).join('')
    expect(problemsOf(await rowsOf(lines, { kind: 'native' }))).toEqual([[2, 'text', 'too-long']])
  })
})

const itemOf = (body: string): NativeItem<Content> => ({
  ...{ id: 'i', content: { text: body }, tags: {}, sealed: {} },
  ...{ language: null, specialty: null, group: null, source: null, licence: null },
})

describe('CSV', () => {
  const mapping = { id: 'id', text: 'text', dept: 'specialty', age: 'tags.age', model: 'sealed.model', x: 'ignore' }
  const header = 'id,text,dept,age,model,x'
  const csv = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')

  test('a quoted text comes out exactly as it went in, however the bytes are cut and whatever ends the lines', async () => {
    const end = fc.constantFrom('\n', '\r\n', '\r')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, end), { maxLength: 6 }),
        fc.array(fc.nat(), { maxLength: 8 }),
        async (rows, cuts) => {
          const file = rows.map(([body, lineEnd], index) => csv([String(index + 1), body, '', '', '', '']) + lineEnd)
          const read = await rowsOf(`${header}\n${file.join('')}`, { kind: 'csv', mapping }, {}, cuts)
          expect(textsOf(read)).toEqual(rows.map(([body]) => body))
        },
      ),
    )
  })

  test('any bytes at all give the same rows however they are cut', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      anyText.map(utf8),
      anyText.map(
        (each) =>
          new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(each, (c) => c.charCodeAt(0)).buffer)]),
      ),
    )
    const formats: ItemFormat[] = [
      { kind: 'native' },
      { kind: 'csv', mapping: { text: 'text' } },
      { kind: 'medrect' },
      ...(['file', 'line', 'paragraph'] as const).map((unit) => ({ kind: 'plain', unit }) as const),
    ]
    const outcome = (...args: Parameters<typeof rowsOf>) =>
      rowsOf(...args).catch((error: unknown) => {
        if (error instanceof Refusal) return error.message
        throw error
      })
    await fc.assert(
      fc.asyncProperty(
        bytes,
        fc.array(fc.nat(), { maxLength: 8 }),
        fc.constantFrom(...formats),
        async (body, cuts, format) => {
          const file = format.kind === 'csv' ? new Uint8Array([...utf8('text\n'), ...body]) : body
          expect(await outcome(file, format, {}, cuts)).toEqual(await outcome(file, format))
        },
      ),
      { numRuns: 500 },
    )
  })

  test('cells go where the mapping says; empty ones say nothing', async () => {
    const rows = await rowsOf(`${header}\n1,"He said ""no"".",Cardiology,70,m1,x\n2,b,,,,\n`, { kind: 'csv', mapping })
    expect(rows).toMatchObject([
      {
        line: 2,
        item: {
          id: '1',
          content: { text: 'He said "no".' },
          specialty: 'Cardiology',
          tags: { age: '70' },
          sealed: { model: 'm1' },
        },
      },
      { line: 3, item: { id: '2', specialty: null, tags: {}, sealed: {} } },
    ])
  })

  test('ragged and malformed rows are refused by line; blank rows mean nothing; the rest is read', async () => {
    const file = [
      'id;text',
      '1;a',
      '',
      '2;b;c',
      '3',
      '4;"two\r\nlines"',
      '5;"x" y',
      '6;d',
      ';',
      '',
      '7;"open',
      'for ever',
    ].join('\n')
    const rows = await rowsOf(file, { kind: 'csv', mapping: { id: 'id', text: 'text' } })
    expect(problemsOf(rows)).toEqual([
      [4, null, 'too-many-columns'],
      [5, null, 'too-few-columns'],
      [8, null, 'text-after-quote'],
      [12, null, 'unclosed-quote'],
    ])
    expect(rows.filter((row) => 'item' in row).map((row) => row.line)).toEqual([2, 6, 9])
    expect(rows.at(-1)).toMatchObject({ raw: '7;"open\nfor ever' })
  })

  test('a problem in a cell names the column as the file does', async () => {
    const rows = await rowsOf('编号\t回答\n1\t \n', { kind: 'csv', mapping: { 编号: 'id', 回答: 'text' } })
    expect(problemsOf(rows)).toEqual([[2, '回答', 'empty']])
  })

  test('without an id column the ids are the file name and the row, and mending a row moves none', async () => {
    const read = (second: string) =>
      rowsOf(
        `text,b\na,\n${second}\nc,\n`,
        { kind: 'csv', mapping: { text: 'text', b: 'ignore' } },
        { name: 'data/内科 notes.csv' },
      )
    const ids = async (second: string) => (await read(second)).flatMap((row) => ('item' in row ? [row.item.id] : []))
    expect(await ids('b')).toEqual(['内科 notes-1', '内科 notes-3'])
    expect(await ids('b,')).toEqual(['内科 notes-1', '内科 notes-2', '内科 notes-3'])
  })

  test('a mapping that does not fit the header refuses the file, column by column', async () => {
    const reading = rowsOf('a,b,b,c\n', { kind: 'csv', mapping: { a: 'id', b: 'id', d: 'ignore', c: 'model' } })
    await expect(reading).rejects.toMatchObject({
      reason: 'mapping-does-not-fit',
      fields: [
        { path: 'b', code: 'field-twice' },
        { path: 'b', code: 'column-twice' },
        { path: 'c', code: 'no-such-field' },
        { path: 'd', code: 'no-such-column' },
        { path: 'text', code: 'field-not-mapped' },
      ],
    })
  })
})

describe('plain texts', () => {
  test('a file is one text, byte for byte, without its byte order mark', async () => {
    const body = '\uFEFFA  \r\nB\n\n مريض 👩🏽‍⚕️\r\n'
    const rows = await rowsOf('\uFEFF' + body, { kind: 'plain', unit: 'file' }, { name: 'case 7.txt' })
    expect(rows).toMatchObject([{ line: 1, item: { id: 'case 7', content: { text: body } } }])
  })

  test('lines and paragraphs keep everything but the line end behind them', async () => {
    const body = 'a  \r\nb\r\n \n\nc\r\rd'
    expect(textsOf(await rowsOf(body, { kind: 'plain', unit: 'line' }))).toEqual(['a  ', 'b', 'c', 'd'])
    expect(textsOf(await rowsOf(body, { kind: 'plain', unit: 'paragraph' }))).toEqual(['a  \r\nb', 'c', 'd'])
    const lines = (await rowsOf(body, { kind: 'plain', unit: 'paragraph' })).map((row) => row.line)
    expect(lines).toEqual([1, 5, 7])
  })
})

test('formats of one text an item are refused for a task whose items are no such text', async () => {
  const other = z.strictObject({ prompt: z.string() })
  expect(() => readItems(inChunks(utf8(''), []), { name: 'f', content: other, format: { kind: 'medec' } })).toThrow(
    Refusal,
  )
})
