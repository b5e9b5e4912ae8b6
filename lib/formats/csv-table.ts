import { Refusal } from '@/lib/errors'
import { csvRecords, delimiters, type CsvRecord, type Delimiter } from '@/lib/formats/csv-records'
import type { Encoding } from '@/lib/formats/encoding'
import type { RejectedRow, RowMachine } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { decoderProblem, rawOf } from '@/lib/formats/marks'

export type CsvHeader = { columns: string[]; delimiter: Delimiter; raw: string }
export type CsvRow = { line: number; raw: string; cells: string[] }

/**
 * A CSV with a header as rows that fit it: as many cells as columns. Ragged, malformed and undecodable rows come out
 * refused. `onHeader` is called once, before any row, and may throw to refuse the file. Throws Refusal `unreadable-header`.
 */
export function csvTable(options: {
  delimiter: Delimiter | null
  encoding: () => Encoding
  onHeader: (header: CsvHeader) => void
}): RowMachine<CsvRow | RejectedRow> {
  let records: RowMachine<CsvRecord> | null = null
  let delimiter: Delimiter = ','
  let columns: number | null = null
  let lead = ''
  /** No mark was seen in the file so far; a record may begin in one piece and end in another. */
  let clean = true

  const rowOf = (record: CsvRecord): CsvRow | RejectedRow | null => {
    const { line, raw } = record
    const marked = clean ? null : decoderProblem(raw, options.encoding)
    const problem = marked ?? ('problem' in record ? record.problem : null)
    if (problem && columns === null)
      throw new Refusal('invalid', 'unreadable-header', { line, reason: problem.reason, ...problem.values })
    if (problem || 'problem' in record) return problem && { line, ...problem, raw: rawOf(raw) }
    const found = record.cells.length
    if (columns === null) {
      if (found > limits.columns) throw new Refusal('invalid', 'too-many-columns', { limit: limits.columns })
      columns = found
      options.onHeader({ columns: columnNames(record.cells), delimiter, raw })
      return null
    }
    if (found === columns) return record
    // One name for each direction: too few is often a lost quote, too many an unquoted delimiter.
    const reason = found < columns ? 'too-few-columns' : 'too-many-columns'
    return { line, field: null, reason, values: { expected: columns, found }, raw: rawOf(raw) }
  }
  const rowsOf = (found: CsvRecord[]) => {
    const rows: (CsvRow | RejectedRow)[] = []
    for (const record of found) {
      const row = rowOf(record)
      if (row !== null) rows.push(row)
    }
    return rows
  }

  return {
    push(text) {
      lead += text
      clean &&= text.isWellFormed()
      if (lead.trim() === '') return []
      if (records === null) {
        delimiter = options.delimiter ?? detectDelimiter(lead)
        records = csvRecords(delimiter)
      }
      const whole = lead
      lead = ''
      return rowsOf(records.push(whole))
    },
    end: () => (records === null ? [] : rowsOf(records.end())),
  }
}

/** Names without the spaces around them; a column without a name is called by its number, `column-3`. */
export function columnNames(cells: string[]): string[] {
  return cells.map((cell, index) => cell.trim() || `column-${index + 1}`)
}

/** The delimiter that stands most often outside quotes in the first line that is not blank; a comma when none does. */
export function detectDelimiter(text: string): Delimiter {
  const header = /^[\r\n ]*([^\r\n]*)/.exec(text)?.[1] ?? ''
  const unquoted = header.replaceAll(/"[^"]*"/g, '')
  const counts = delimiters.map((each) => unquoted.split(each).length)
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ','
}
