import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RejectedRow } from '@/lib/formats/item-row'
import { readItems, type ItemFormat } from '@/lib/formats/read-items'
import { writeRejected, writeRejectionReport, type RejectedShape } from '@/lib/formats/write-rejected'

const content = z.strictObject({ text: z.string() })
async function* once(text: string) {
  yield new TextEncoder().encode(text)
}
async function textOf(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  const decoder = new TextDecoder()
  for await (const piece of pieces) text += decoder.decode(piece, { stream: true })
  return text
}
async function refusedBy(file: string, format: ItemFormat): Promise<RejectedRow[]> {
  const refused: RejectedRow[] = []
  for await (const row of readItems(once(file), { name: 'f', content, format })) if ('reason' in row) refused.push(row)
  return refused
}

const csv: ItemFormat = { kind: 'csv', mapping: { id: 'id', text: 'text' } }
test.each<[string, string, ItemFormat, RejectedShape]>([
  ['native', '{"id":1,"text":"a"}\n{"id":2}\r\nnonsense\n', { kind: 'native' }, { kind: 'lines' }],
  ['CSV', 'id,text\n1,a\n2,"b\r\nc",d\n3\n', csv, { kind: 'table', header: 'id,text' }],
  ['MedRECT', '[{"sample_id":1,"sentences":"1. a"},{"sample_id":2},\n{x}]', { kind: 'medrect' }, { kind: 'array' }],
])(
  'refused %s rows make a file that is refused row by row for the same reasons',
  async (_name, file, format, shape) => {
    const refused = await refusedBy(file, format)
    expect(refused).toHaveLength(2)
    const again = await refusedBy(await textOf(writeRejected(refused, shape)), format)
    const said = ({ reason, field, raw }: RejectedRow) => ({ reason, field, raw })
    expect(again.map(said)).toEqual(refused.map(said))
  },
)

test('a row too long to keep is in the report and not in the file', async () => {
  const rows: RejectedRow[] = [{ line: 4, field: null, reason: 'row-too-long', values: { limit: 9 }, raw: null }]
  expect(await textOf(writeRejected(rows, { kind: 'table', header: 'a,b' }))).toBe('a,b\n')
  expect(await textOf(writeRejected(rows, { kind: 'array' }))).toBe('[]\n')
  const report = await textOf(writeRejectionReport(rows, (row) => `Line ${row.line}.`))
  expect(JSON.parse(report)).toEqual({ line: 4, field: null, reason: 'row-too-long', sentence: 'Line 4.', raw: null })
})
