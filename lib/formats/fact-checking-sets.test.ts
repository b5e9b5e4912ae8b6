import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { detectFormat } from '@/lib/formats/detect-format'
import type { ItemRow } from '@/lib/formats/item-row'
import { proposeMapping } from '@/lib/formats/propose-mapping'
import { readItems, type ItemFormat } from '@/lib/formats/read-items'
import type { ReferenceLabel } from '@/lib/formats/reference-label'
import { codePointsOf } from '@/lib/spans/code-points'

const content = z.strictObject({ text: z.string() })
type Item = Extract<ItemRow<z.infer<typeof content>>, { item: unknown }>['item']

async function itemsOf(bytes: AsyncIterable<Uint8Array> | string, name: string, format: ItemFormat) {
  const source = typeof bytes === 'string' ? once(bytes) : bytes
  const items: Item[] = []
  const refused: unknown[] = []
  const reading = readItems(source, { name, content, format })
  for await (const row of reading) {
    if ('item' in row) items.push(row.item)
    else refused.push([row.line, row.field, row.reason])
  }
  return { items, refused, encoding: reading.encoding() }
}
async function* once(text: string) {
  yield new TextEncoder().encode(text)
}
const labelOf = (item: Item) => item.sealed.reference as ReferenceLabel | undefined
/** Every span's quote is the text at its offsets. */
function expectQuotesToStand(items: Item[]) {
  for (const item of items)
    for (const span of labelOf(item)?.spans ?? [])
      expect(codePointsOf(item.content.text).slice(span.start, span.end)).toBe(span.quote)
}

describe('MEDEC', () => {
  const header =
    'Text ID,Text,Sentences,Error Flag,Error Type,Error Sentence ID,Error Sentence,Corrected Sentence,Corrected Text'

  test('readers get the text; labels go to the seal, the error in code points', async () => {
    const file = `${header}\r\nt-0,"🩺 Fever. Given\nwater. ","0 🩺 Fever.\n1 Given\nwater.",1,treatment,1,"Given\nwater.",Given rest.,x\r\n`
    const { items } = await itemsOf(file, 'm.csv', { kind: 'medec' })
    expect(items).toMatchObject([{ id: 't-0', content: { text: '🩺 Fever. Given\nwater. ' }, tags: {} }])
    expect(items[0]?.sealed.medec).toMatchObject({ 'Error Sentence ID': '1', 'Corrected Text': 'x' })
    expect(labelOf(items[0]!)).toEqual({
      veracity: 'erroneous',
      located: 'quote',
      spans: [{ start: 9, end: 21, quote: 'Given\nwater.', type: 'treatment', correction: 'Given rest.' }],
    })
  })

  test('a sentence that stands twice or nowhere gives no span, and says so; NA is no label text', async () => {
    const rows = ['a,No. No.,,1,x,0,No.,Yes.,', 'b,Yes.,,1,x,0,No.,Yes.,', 'c,Yes.,,0,NA,-1,NA,NA,NA', ',,,,,,,,']
    const { items, refused } = await itemsOf([header, ...rows].join('\n'), 'm.csv', { kind: 'medec' })
    expect(items.map(labelOf)).toEqual([
      { veracity: 'erroneous', located: null, spans: [] },
      { veracity: 'erroneous', located: null, spans: [] },
      { veracity: 'correct', located: null, spans: [] },
    ])
    expect(refused).toEqual([])
  })

  test('of two equal sentences the number says which, and it finds one that is quoted otherwise than it stands; of several sentences all are the error', async () => {
    const row = (number: string, quote: string) => `t,🩺 No. Yes. No. Yes.,"0 🩺 No.\n1 Yes.\n2 No.\n3 Yes.",1,x,${number},${quote},NA,`
    const { items } = await itemsOf([header, row('3', 'Yes.'), row('2', 'Nö.'), row('2', ''), row('1', 'Yes. No.'), row('7', 'Yes.'), row('-1', 'Yes.')].join('\n'), 'm.csv', { kind: 'medec' })
    expect(items.map((item) => [labelOf(item)?.located, ...labelOf(item)!.spans.map(({ start, quote }) => `${start} ${quote}`)])).toEqual([
      ['sentence', '15 Yes.'],
      ['sentence', '11 No.'],
      ['sentence', '11 No.'],
      ['quote', '6 Yes. No.'],
      [null],
      [null],
    ])
    const twice = await itemsOf(`${header}\nt,A b. C. A b. C.,"0 A b.\n1 C.\n2 A b.\n3 C.",1,x,2,A b. C.,NA,`, 'm.csv', { kind: 'medec' })
    expect(labelOf(twice.items[0]!)?.spans).toMatchObject([{ start: 8, quote: 'A b. C.' }])
    expectQuotesToStand([...items, ...twice.items])
  })

  test('cells are read as they were before an apostrophe kept a spreadsheet from running them', async () => {
    const { items } = await itemsOf(`${header}\n'-1x,'- Rest. Walk.,,1,'=x,NA,'- Rest.,'+ Rest.,\n`, 'm.csv', { kind: 'medec' })
    expect(items).toMatchObject([{ id: '-1x', content: { text: '- Rest. Walk.' }, sealed: { medec: { 'Error Type': '=x', 'Corrected Sentence': '+ Rest.' } } }])
    expect(labelOf(items[0]!)?.spans).toEqual([{ start: 0, end: 7, quote: '- Rest.', type: '=x', correction: '+ Rest.' }])
  })

  test('sets without labels import with an empty seal; a flag that is none is refused; other files are not MEDEC', async () => {
    const bare = await itemsOf('Text ID,Text\n1,a\n', 'm.csv', { kind: 'medec' })
    expect(bare.items).toMatchObject([{ id: '1', sealed: {} }])
    const odd = await itemsOf('Text ID,Text,Error Flag\n1,a,yes\n', 'm.csv', { kind: 'medec' })
    expect(odd.refused).toEqual([[2, 'Error Flag', 'not-a-flag']])
    await expect(itemsOf('id,text\n', 'm.csv', { kind: 'medec' })).rejects.toMatchObject({ reason: 'not-medec' })
  })
})

describe('MedRECT', () => {
  const record = (more: object) => ({
    sample_id: 's',
    sentences: '1. 患者。\n2. 𠮷が痛い。\n3. 治療。',
    error_flag: 0,
    source_model: 'm',
    ...more,
  })
  const read = (records: object[]) => itemsOf(JSON.stringify(records, null, 1), 'r.json', { kind: 'medrect' })

  test('readers see unnumbered sentences; model, labels and screening are sealed', async () => {
    const error = {
      error_flag: 1,
      error_type: 'T',
      error_sentence_id: 2,
      error_sentence: '𠮷が痛い。',
      corrected_sentence: 'c',
    }
    const { items } = await read([
      record({ ...error, screening_results: { is_valid: true }, metadata: { jmle_question_id: 'q1' } }),
    ])
    expect(items[0]).toMatchObject({
      id: 's',
      content: { text: '患者。\n𠮷が痛い。\n治療。' },
      group: 'q1',
      tags: {},
      source: null,
    })
    expect(items[0]?.sealed.medrect).toMatchObject({ source_model: 'm', screening_results: { is_valid: true } })
    expect(labelOf(items[0]!)?.spans).toEqual([{ start: 4, end: 9, quote: '𠮷が痛い。', type: 'T', correction: 'c' }])
  })

  test('a sentence quoted otherwise than it stands is found by its number', async () => {
    const { items } = await read([record({ error_flag: 1, error_sentence_id: 3, error_sentence: '治療だ。' })])
    expect(labelOf(items[0]!)).toMatchObject({ located: 'sentence', spans: [{ start: 10, end: 13, quote: '治療。' }] })
  })

  test('numbering that is none stays in the text', async () => {
    const { items } = await read([
      record({ sentences: '2. a\n1. b' }),
      record({ sentences: '1. a\n1. b\r\n2. c\n***' }),
    ])
    expect(items.map((item) => item.content.text)).toEqual(['2. a\n1. b', 'a\n1. b\r\nc\n***'])
  })

  test('a bad record costs itself; broken syntax says where', async () => {
    const good = JSON.stringify(record({}))
    const { items, refused } = await itemsOf(
      `[${good},\n{"sample_id":x},\n7,{"sample_id":1},\n${good},\n{"a":"`,
      'r.json',
      { kind: 'medrect' },
    )
    expect(items).toHaveLength(2)
    expect(refused).toEqual([
      [2, null, 'not-json'],
      [3, null, 'not-an-object'],
      [3, 'sentences', 'missing'],
      [5, null, 'unfinished'],
    ])
    expect((await itemsOf('{}', 'r.json', { kind: 'medrect' })).refused).toEqual([[1, null, 'not-an-array']])
    expect((await itemsOf('[]\nx', 'r.json', { kind: 'medrect' })).refused).toEqual([[2, null, 'after-the-end']])
  })
})

/** The public sets themselves, where this checkout has them beside it. */
const data = new URL('../../../shared/data/', import.meta.url)
const inData = (path: string) => new URL(path, data)
async function* bytesOf(path: string) {
  const file = await open(inData(path))
  yield* file.createReadStream({ highWaterMark: 50_021 }) as AsyncIterable<Uint8Array>
}

describe.skipIf(!existsSync(data))('public sets (skipped where ../shared/data is absent)', () => {
  test('MEDEC-MS validation: 574 items, 319 erroneous, every reference span found and quoted as it stands', async () => {
    const path = 'medec-ms/MEDEC-MS-ValidationSet-with-GroundTruth-and-ErrorType.csv'
    const { items, refused } = await itemsOf(bytesOf(path), path, { kind: 'medec' })
    expect(refused).toEqual([])
    expect(items).toHaveLength(574)
    const erroneous = items.filter((item) => labelOf(item)?.veracity === 'erroneous')
    expect(erroneous).toHaveLength(319)
    expect(erroneous.every((item) => labelOf(item)?.located === 'quote')).toBe(true)
    expectQuotesToStand(items)
    expect(detectFormat(path, await readFile(inData(path)))).toMatchObject({
      kind: 'medec',
      encoding: 'utf-8',
      delimiter: ',',
    })
  })

  test('MedRECT-ja: 720 items, 407 erroneous, all located; no label or model outside the seal', async () => {
    const path = 'medrect-ja/medrect-ja-step3-deduplicated.json'
    const { items, refused } = await itemsOf(bytesOf(path), path, { kind: 'medrect' })
    expect(refused).toEqual([])
    expect(items).toHaveLength(720)
    const located = items.map(labelOf).filter((label) => label?.veracity === 'erroneous')
    expect(located.map((label) => label?.located).toSorted()).toEqual([
      ...Array(405).fill('quote'),
      'sentence',
      'sentence',
    ])
    expectQuotesToStand(items)
    expect(items.some((item) => item.content.text.startsWith('1. '))).toBe(false)
    expect(detectFormat(path, (await readFile(inData(path))).subarray(0, 65_536))).toMatchObject({ kind: 'medrect' })
  })

  test('the Chinese sample reads the same from UTF-8 (485 rows) and from GB18030 (20 rows)', async () => {
    const read = async (path: string) => {
      const { columns, kind } = detectFormat(path, await readFile(inData(path)))
      expect(kind).toBe('csv')
      return itemsOf(bytesOf(path), 'sample.csv', { kind: 'csv', mapping: proposeMapping(columns, ['text']) })
    }
    const utf8 = await read('toyhom-zh-sample/internal_medicine_sample_utf8.csv')
    const gb18030 = await read('toyhom-zh-sample/internal_medicine_sample_gb18030.csv')
    expect([utf8.encoding, gb18030.encoding]).toEqual(['utf-8', 'gb18030'])
    expect([utf8.items.length, gb18030.items.length, utf8.refused.length, gb18030.refused.length]).toEqual([
      485, 20, 0, 0,
    ])
    // The two files choose their rows differently: every row of the smaller one is somewhere in the larger.
    const said = (item: Item) => JSON.stringify([item.content, item.specialty, item.tags])
    const known = new Set(utf8.items.map(said))
    expect(gb18030.items.filter((item) => !known.has(said(item)))).toEqual([])
  })
})
