import { concatBytes } from '@/lib/formats/concat-bytes'
import type { ExchangeFormat, FileIn, OnLoss, ReadRecord } from '@/lib/formats/exchange-format'
import { inChunks, utf8 } from '@/lib/formats/rows-for-tests'
import type { JsonObject } from '../../task'
import { formats } from './formats'

/** For tests: formats by name, files in memory, and the little that a test says of a record. */
export function formatOf(code: string): ExchangeFormat {
  const found = formats.find((format) => format.code === code)
  if (!found) throw new Error(`no format is called ${code}`)
  return found
}

export async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

/** The files that a format writes for a stem `test`; throws where a file is gone back to. */
export async function filesOf(
  format: ExchangeFormat,
  records: readonly JsonObject[],
  onLoss: OnLoss = () => {},
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>()
  let last: string | null = null
  for await (const { path, bytes } of format.write(each(records), { stem: 'test', onLoss })) {
    const known = parts.get(path)
    if (known && path !== last) throw new Error(`${path} was left and is written again`)
    parts.set(path, [...(known ?? []), bytes])
    last = path
  }
  return new Map([...parts].map(([path, pieces]) => [path, concatBytes(pieces)]))
}

/** What files hold, for comparing: a list of numbers is looked through a number at a time. */
export const contentsOf = (files: ReadonlyMap<string, Uint8Array>): [string, string][] =>
  [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('latin1')])

/** Files by their paths, those of a folder within it. */
export async function readFiles(
  format: ExchangeFormat,
  files: ReadonlyMap<string, Uint8Array>,
  cuts: readonly number[] = [],
): Promise<ReadRecord[]> {
  const inOrder = [...files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const given = inOrder.map(([path, bytes]): FileIn => ({
    path: path.replace(/^test\//, ''),
    bytes: inChunks(bytes, cuts),
  }))
  const rows: ReadRecord[] = []
  for await (const row of format.read?.(each(given)) ?? []) rows.push(row)
  return rows
}

export async function readText(code: string, content: string | Uint8Array, path = 'file'): Promise<ReadRecord[]> {
  return readFiles(formatOf(code), new Map([[path, typeof content === 'string' ? utf8(content) : content]]))
}

/** Rows for comparing: the fields asked for, or `line field reason`. */
export const shortly = (rows: readonly ReadRecord[], ...names: string[]): unknown[] =>
  rows.map((row) =>
    'record' in row ? names.map((name) => row.record[name]) : `${row.line} ${row.field} ${row.reason}`,
  )

/** Spans as `start-end type: quote → correction`. */
export function spansOf(row: ReadRecord | undefined): string[] {
  const spans =
    row && 'record' in row
      ? (row.record['spans'] as { start: number; end: number; type: string; quote: string; correction: string }[])
      : []
  return spans.map(
    ({ start, end, type, quote, correction }) =>
      `${start}-${end} ${type}: ${quote}${correction ? ` → ${correction}` : ''}`,
  )
}
