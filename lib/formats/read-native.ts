import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine, RowProblem } from '@/lib/formats/item-row'
import { decoderProblem, rawOf } from '@/lib/formats/marks'
import type { RecordReader } from '@/lib/formats/read-record'
import { isObject } from '@/lib/formats/read-tags'
import { eachLine } from '@/lib/formats/text-lines'

/** Native JSON Lines: one record a line; blank lines mean nothing. */
export function nativeRows<Content>(
  readRecord: RecordReader<Content>,
  encoding: () => Encoding,
): RowMachine<ItemRow<Content>> {
  let line = 0
  return {
    push(text) {
      const rows: ItemRow<Content>[] = []
      // Marks and over-long lines are rare: asked of the whole piece first, of each line only then.
      const clean = text.isWellFormed()
      eachLine(text, (raw) => {
        line += 1
        if (raw.trim() === '') return
        const result = (clean ? null : decoderProblem(raw, encoding)) ?? readLine(raw, readRecord)
        rows.push('reason' in result ? { line, ...result, raw: rawOf(raw) } : { line, item: result })
      })
      return rows
    },
    end: () => [],
  }
}

function readLine<Content>(raw: string, readRecord: RecordReader<Content>): ReturnType<RecordReader<Content>> {
  const record = parseJson(raw)
  if ('problem' in record) return record.problem
  if (!isObject(record.value)) return { field: null, reason: 'not-an-object' }
  return readRecord(record.value)
}

/** Malformed JSON is an answer here, not an exception. */
export function parseJson(raw: string): { value: unknown } | { problem: RowProblem } {
  try {
    return { value: JSON.parse(raw) as unknown }
  } catch {
    return { problem: { field: null, reason: 'not-json' } }
  }
}
