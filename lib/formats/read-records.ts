import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine, RowProblem } from '@/lib/formats/item-row'
import { jsonRecords, type JsonRecord } from '@/lib/formats/json-records'
import { decoderProblem, rawOf, rowTooLong } from '@/lib/formats/marks'
import { parseJson } from '@/lib/formats/read-native'
import type { RecordReader } from '@/lib/formats/read-record'
import { isObject } from '@/lib/formats/read-tags'
import { eachLine } from '@/lib/formats/text-lines'

type Fields = Record<string, unknown>

/** Where in which file a record stands; names a record that has no name. */
export type RecordPlace = { stem: string; line: number }

/** A set's own JSON records as a way for a task's items to come in. */
export type RecordImport = {
  code: string
  /** Whether a file whose first record this is looks like one of the set's. */
  isOne: (record: Fields) => boolean
  /** The record as a native one; what nobody who judges may see of it under `sealed`. */
  itemOf: (record: Fields, place: RecordPlace) => Fields | RowProblem
}

type How<Content> = { itemOf: RecordImport['itemOf']; stem: string; array: boolean; readRecord: RecordReader<Content>; encoding: () => Encoding }

/** JSON records, one a line or all in one array, as items; blank lines mean nothing. */
export function recordRows<Content>({ itemOf, stem, array, readRecord, encoding }: How<Content>): RowMachine<ItemRow<Content>> {
  const rowOf = (line: number, raw: string, itemIn: () => ReturnType<RecordReader<Content>>): ItemRow<Content> => {
    const item = decoderProblem(raw, encoding) ?? itemIn()
    return 'reason' in item ? { line, ...item, raw: rawOf(raw) } : { line, item }
  }
  const read = (line: number, raw: string): ReturnType<RecordReader<Content>> => {
    const parsed = parseJson(raw)
    if ('problem' in parsed) return parsed.problem
    if (!isObject(parsed.value)) return { field: null, reason: 'not-an-object' }
    const native = itemOf(parsed.value, { stem, line })
    // A problem is known by its reason, and no native record has a field of that name.
    return typeof native['reason' as keyof typeof native] === 'string' ? (native as RowProblem) : readRecord(native)
  }
  if (!array) {
    let line = 0
    return {
      push(text) {
        const rows: ItemRow<Content>[] = []
        eachLine(text, (raw) => {
          line += 1
          if (raw.trim() !== '') rows.push(rowOf(line, raw, () => read(line, raw)))
        })
        return rows
      },
      end: () => [],
    }
  }
  const records = jsonRecords()
  const rowsOf = (found: JsonRecord[]) =>
    found.map((record): ItemRow<Content> => {
      const { line, raw } = record
      if (!('reason' in record)) return rowOf(line, record.raw, () => read(line, record.raw))
      const problem = record.reason === 'row-too-long' ? rowTooLong : { field: null, reason: record.reason }
      return { line, ...problem, raw: raw && rawOf(raw) }
    })
  return { push: (text) => rowsOf(records.push(text)), end: () => rowsOf(records.end()) }
}
