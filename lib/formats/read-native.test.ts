import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { NativeItem } from '@/lib/formats/native-item'
import { readItems } from '@/lib/formats/read-items'
import { content, inChunks, problemsOf, rowsOf, utf8, type Content, trippingParts } from '@/lib/formats/rows-for-tests'
import { nativeLine, writeNative } from '@/lib/formats/write-native'

const anyText = fc.array(fc.constantFrom(...trippingParts), { maxLength: 12 }).map((parts) => parts.join(''))
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
  id: 'i',
  content: { text: body },
  tags: {},
  sealed: {},
  language: null,
  specialty: null,
  group: null,
  source: null,
  licence: null,
})
