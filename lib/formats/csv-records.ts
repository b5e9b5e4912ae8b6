import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'
import { droppedLine, droppedLineMark, rowTooLong } from '@/lib/formats/marks'
import { eachLine } from '@/lib/formats/text-lines'

export const delimiters = [',', '\t', ';'] as const
export type Delimiter = (typeof delimiters)[number]

/** One record as it stands in the file: its first line, its cells, or why it has none; `raw` without its line end. */
export type CsvRecord = { line: number; raw: string } & ({ cells: string[] } | { problem: RowProblem })

/**
 * CSV as in RFC 4180, with what files in the wild need: any delimiter, LF, CRLF and CR mixed, quotes literal inside an
 * unquoted cell. What stands between quotes is kept exactly, line ends included. A malformed record is refused up to the
 * end of the line where that shows; parsing never resumes inside it, so that no fragment passes for a row. Blank lines and
 * rows of empty cells mean nothing. A quote stays open over pieces, in constant memory however late it closes.
 */
export function csvRecords(delimiter: Delimiter): RowMachine<CsvRecord> {
  let line = 0
  /** The record whose quoted cell goes on in the next line. */
  let open: { line: number; raw: string; cells: string[]; cell: string; tooLong: boolean } | null = null
  let records: CsvRecord[] = []

  const finish = (record: CsvRecord) => {
    if ('cells' in record && record.cells.every((cell) => cell.trim() === '')) return
    records.push(record)
  }

  /** One physical line; inside quotes its terminator is text. */
  const takeLine = (text: string, terminator: string) => {
    line += 1
    if (droppedLine.test(text)) {
      // Whether its quotes were balanced is lost with it: the record ends here.
      finish({ line: open?.line ?? line, raw: text, problem: rowTooLong })
      open = null
      return
    }
    if (open === null) {
      if (text === '') return
      if (!text.includes('"')) return finish({ line, raw: text, cells: text.split(delimiter) })
    }
    const record = open ?? { line, raw: '', cells: [], cell: '', tooLong: false }
    const state = scanLine(text, delimiter, open === null ? null : record.cell, record.cells)
    grow(record, text)
    if (state.kind === 'open') {
      open = record
      record.cell = record.tooLong ? '' : state.cell + terminator
      grow(record, terminator)
      return
    }
    open = null
    const { line: first, raw } = record
    if (record.tooLong) finish({ line: first, raw: droppedLineMark, problem: rowTooLong })
    else if (state.kind === 'closed') finish({ line: first, raw, cells: record.cells })
    else finish({ line: first, raw, problem: { field: null, reason: 'text-after-quote', values: { line } } })
  }

  const taken = () => {
    const result = records
    records = []
    return result
  }
  return {
    push(text) {
      eachLine(text, takeLine)
      return taken()
    },
    end() {
      if (open?.tooLong) finish({ line: open.line, raw: droppedLineMark, problem: rowTooLong })
      else if (open) finish({ line: open.line, raw: open.raw, problem: { field: null, reason: 'unclosed-quote' } })
      open = null
      return taken()
    },
  }
}

function grow(record: { raw: string; cells: string[]; tooLong: boolean }, text: string): void {
  if (!record.tooLong && record.raw.length + text.length <= limits.row) {
    record.raw += text
    return
  }
  record.tooLong = true
  record.raw = ''
  record.cells.length = 0
}

type LineState = { kind: 'closed' } | { kind: 'open'; cell: string } | { kind: 'malformed' }

/** Reads cells from one line into `cells`; `opened` is the text so far of a quoted cell that began in an earlier line. */
function scanLine(text: string, delimiter: Delimiter, opened: string | null, cells: string[]): LineState {
  let at = 0
  let cell = opened
  for (;;) {
    if (cell === null && text[at] === '"') {
      cell = ''
      at += 1
    }
    if (cell === null) {
      const end = text.indexOf(delimiter, at)
      cells.push(end === -1 ? text.slice(at) : text.slice(at, end))
      if (end === -1) return { kind: 'closed' }
      at = end + 1
      continue
    }
    const quote = text.indexOf('"', at)
    if (quote === -1) return { kind: 'open', cell: cell + text.slice(at) }
    cell += text.slice(at, quote)
    at = quote + 1
    if (text[at] === '"') {
      cell += '"'
      at += 1
      continue
    }
    cells.push(cell)
    cell = null
    if (at === text.length) return { kind: 'closed' }
    if (text[at] !== delimiter) return { kind: 'malformed' }
    at += 1
  }
}
