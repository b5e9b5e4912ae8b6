import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { Refusal } from '@/lib/errors'
import { readItems, type ItemFormat } from '@/lib/formats/read-items'
import { inChunks, problemsOf, rowsOf, textsOf, utf8, trippingParts } from '@/lib/formats/rows-for-tests'

const anyText = fc.array(fc.constantFrom(...trippingParts), { maxLength: 12 }).map((parts) => parts.join(''))
const text = anyText.map((each) => `x${each}`)

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
          specialty: 'cardiology',
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
