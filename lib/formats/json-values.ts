import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { jsonRecords } from '@/lib/formats/json-records'
import { decoderProblem } from '@/lib/formats/marks'
import { parseJson } from '@/lib/formats/read-native'
import { isObject } from '@/lib/formats/read-tags'
import { eachLine } from '@/lib/formats/text-lines'

/** One JSON object of a file with the line it begins on, or why there is none. */
export type JsonValue = { line: number } & ({ value: Record<string, unknown> } | RowProblem)

/** The objects of a JSON Lines file; blank lines mean nothing. */
export function jsonLineValues(encoding: () => Encoding): RowMachine<JsonValue> {
  let line = 0
  return {
    push(text) {
      const rows: JsonValue[] = []
      eachLine(text, (raw) => {
        line += 1
        if (raw.trim() !== '') rows.push({ line, ...objectOf(raw, encoding) })
      })
      return rows
    },
    end: () => [],
  }
}

/** The objects of one JSON array, however large the array. */
export function jsonArrayValues(encoding: () => Encoding): RowMachine<JsonValue> {
  const records = jsonRecords()
  const valuesOf = (found: ReturnType<typeof records.push>) =>
    found.map((record): JsonValue => {
      const { line } = record
      if ('reason' in record) return { line, field: null, reason: record.reason }
      return { line, ...objectOf(record.raw, encoding) }
    })
  return { push: (text) => valuesOf(records.push(text)), end: () => valuesOf(records.end()) }
}

function objectOf(raw: string, encoding: () => Encoding): { value: Record<string, unknown> } | RowProblem {
  const marked = raw.isWellFormed() ? null : decoderProblem(raw, encoding)
  if (marked) return marked
  const parsed = parseJson(raw)
  if ('problem' in parsed) return parsed.problem
  return isObject(parsed.value) ? { value: parsed.value } : { field: null, reason: 'not-an-object' }
}
