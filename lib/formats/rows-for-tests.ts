import { z } from 'zod'
import type { ItemRow } from '@/lib/formats/item-row'
import { readItems, type ItemFile, type ItemFormat } from '@/lib/formats/read-items'

/** For tests: a task of one text, files cut at chosen places, and texts made of what parsers trip over. */
export const content = z.strictObject({ text: z.string() })
export type Content = z.infer<typeof content>

export async function* inChunks(bytes: Uint8Array, cuts: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0
  for (const cut of cuts.map((each) => each % (bytes.length + 1)).toSorted((a, b) => a - b)) {
    yield bytes.slice(start, cut)
    start = cut
  }
  yield bytes.slice(start)
}

export const utf8 = (text: string) => new TextEncoder().encode(text)

export async function rowsOf(
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

export const textsOf = (rows: ItemRow<Content>[]) =>
  rows.map((row) => ('item' in row ? row.item.content.text : row.reason))
export const problemsOf = (rows: ItemRow<Content>[]) =>
  rows.flatMap((row) => ('reason' in row ? [[row.line, row.field, row.reason]] : []))

/** Words and marks that parsers trip over: every line end, quotes, CJK, right-to-left, emoji, combining marks, a BOM inside. */
export const trippingParts = [
  'a',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '1. ',
  'é',
  'e\u0301',
  '患者',
  '。',
  '👩🏽‍⚕️',
  '🩺',
  '👩🏾‍⚕️',
  '👍🏿',
  'مريض',
  'חולה',
  '\uFEFF',
  '\uFFFD',
  '\u2028',
  '𠮷',
]
