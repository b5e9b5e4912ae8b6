import type { Encoding } from '@/lib/formats/encoding'
import type { RejectedRow, RowMachine, RowProblem } from '@/lib/formats/item-row'
import { decoderProblem, rawOf } from '@/lib/formats/marks'
import { parseJson } from '@/lib/formats/read-native'
import { isObject } from '@/lib/formats/read-tags'
import { eachLine } from '@/lib/formats/text-lines'

export type ReadLine<Value> = { line: number; value: Value } | RejectedRow

/**
 * JSON Lines of any kind of record: `read` makes a value of each object, or says what is wrong with it. Blank lines mean
 * nothing.
 */
export function jsonLines<Value extends object>(
  read: (record: Record<string, unknown>) => { value: Value } | RowProblem,
  encoding: () => Encoding,
): RowMachine<ReadLine<Value>> {
  return linesRead((raw) => {
    const parsed = parseJson(raw)
    if ('problem' in parsed) return parsed.problem
    return isObject(parsed.value) ? read(parsed.value) : { field: null, reason: 'not-an-object' }
  }, encoding)
}

/** One row a line, of whatever the lines hold. */
export function linesRead<Value extends object>(
  read: (raw: string) => { value: Value } | RowProblem,
  encoding: () => Encoding,
): RowMachine<ReadLine<Value>> {
  let line = 0
  return {
    push(text) {
      const rows: ReadLine<Value>[] = []
      const clean = text.isWellFormed()
      eachLine(text, (raw) => {
        line += 1
        if (raw.trim() === '') return
        const result = (clean ? null : decoderProblem(raw, encoding)) ?? read(raw)
        rows.push('reason' in result ? { line, ...result, raw: rawOf(raw) } : { line, value: result.value })
      })
      return rows
    },
    end: () => [],
  }
}
