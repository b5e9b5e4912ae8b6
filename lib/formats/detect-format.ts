import { csvRecords, type Delimiter } from '@/lib/formats/csv-records'
import { columnNames, detectDelimiter } from '@/lib/formats/csv-table'
import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import { jsonRecords } from '@/lib/formats/json-records'
import type { SharedFormat } from '@/lib/formats/read-items'
import { parseJson } from '@/lib/formats/read-native'
import type { RecordImport } from '@/lib/formats/read-records'
import { isObject } from '@/lib/formats/read-tags'

export type DetectedFormat = {
  /** Null: it is none of ours (another JSON, say), and a person must choose. */
  kind: SharedFormat | null
  /** One of the task's own records, which goes before `kind`. */
  records: string | null
  /** Are all records in one array? */
  array: boolean
  encoding: Encoding
  marked: boolean
  /** A table's columns, to propose a mapping from. */
  columns: string[]
  delimiter: Delimiter | null
}

type DetectedTable = { columns: string[]; delimiter: Delimiter }

/** How many of a file's first bytes are enough. */
export const detectionBytes = 256 * 1024

/**
 * A proposal for a person to confirm, by what the first bytes hold first and the file's name second. `encoding`: what the
 * person says of it, where that is not as detected.
 */
export function detectFormat(name: string, firstBytes: Uint8Array, imports: readonly RecordImport[] = [], encoding?: Encoding): DetectedFormat {
  const { decoder, whole, text } = sampleOf(firstBytes, encoding)
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const start = text.trimStart()
  const array = start.startsWith('[')
  const records = recordsIn(array ? firstElement(whole) : firstLineOf(start), imports)
  const found = { encoding: decoder.encoding(), marked: decoder.marked(), columns: [], delimiter: null, records, array }
  if (array)
    return { ...found, kind: isMedrect(text) ? 'medrect' : looksPlain(ending) ? 'plain' : null }
  if (/^\{\s*"/.test(start)) {
    return { ...found, kind: ending === 'jsonl' || ending === 'ndjson' || isWholeJson(firstLineOf(start)) ? 'native' : null }
  }
  const { columns, delimiter } = tableIn(text)
  if (columns.includes('Text ID') && columns.includes('Text')) return { ...found, kind: 'medec', columns, delimiter }
  if (ending === 'csv' || ending === 'tsv' || (columns.length > 1 && !looksPlain(ending)))
    return { ...found, kind: 'csv', columns, delimiter }
  return { ...found, kind: 'plain' }
}

/** The header of a file that a person says is a table, whatever it would be taken for. */
export const detectTable = (firstBytes: Uint8Array, encoding?: Encoding): DetectedTable => tableIn(sampleOf(firstBytes, encoding).text)

function sampleOf(firstBytes: Uint8Array, encoding: Encoding | undefined) {
  const decoder = lineDecoder({ encoding })
  const whole = decoder.push(firstBytes)
  // A first line longer than the sample is still a start to go by.
  return { decoder, whole, text: whole.trim() === '' ? whole + decoder.end() : whole }
}

function tableIn(text: string): DetectedTable {
  const delimiter = detectDelimiter(text)
  const machine = csvRecords(delimiter)
  const header = [...machine.push(text), ...machine.end()][0]
  return { columns: header && 'cells' in header ? columnNames(header.cells) : [], delimiter }
}

const firstLineOf = (text: string) => /^[^\r\n]*/.exec(text)?.[0] ?? ''
const firstElement = (text: string) => jsonRecords().push(text)[0]?.raw ?? ''

function recordsIn(raw: string, imports: readonly RecordImport[]): string | null {
  if (imports.length === 0) return null
  const parsed = parseJson(raw)
  const record = 'value' in parsed && isObject(parsed.value) ? parsed.value : null
  return (record && imports.find(({ isOne }) => isOne(record))?.code) ?? null
}

const looksPlain = (ending: string) => ending === 'txt' || ending === 'md'
const isMedrect = (text: string) => text.includes('"sentences"') && text.includes('"sample_id"')

function isWholeJson(line: string): boolean {
  try {
    JSON.parse(line)
    return true
  } catch {
    return false
  }
}
