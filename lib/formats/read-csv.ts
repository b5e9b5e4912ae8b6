import { Refusal } from '@/lib/errors'
import { ignored, mappingProblems, type CsvMapping } from '@/lib/formats/csv-mapping'
import type { Delimiter } from '@/lib/formats/csv-records'
import { csvTable, type CsvHeader } from '@/lib/formats/csv-table'
import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine } from '@/lib/formats/item-row'
import { rawOf } from '@/lib/formats/marks'
import type { RecordReader } from '@/lib/formats/read-record'

/**
 * A CSV by its mapping. An empty cell says nothing, except in the task's own fields, where it is an empty text and refused.
 * Without an id column the ids are `stem-1`, `stem-2`… by row, good or bad, so that they do not move when a row is mended.
 * Throws Refusal `mapping-does-not-fit` with the columns concerned.
 */
export function csvRows<Content>(options: {
  mapping: CsvMapping
  delimiter: Delimiter | null
  contentNames: readonly string[]
  stem: string
  readRecord: RecordReader<Content>
  encoding: () => Encoding
  onHeader: (header: CsvHeader) => void
}): RowMachine<ItemRow<Content>> {
  const { mapping, contentNames, stem, readRecord } = options
  let columns: string[] = []
  let fill: Fill[] = []
  let numbered = true
  let count = 0

  const table = csvTable({
    delimiter: options.delimiter,
    encoding: options.encoding,
    onHeader(header) {
      const problems = mappingProblems(mapping, header.columns, contentNames)
      if (problems.length) throw new Refusal('invalid', 'mapping-does-not-fit', {}, problems)
      fill = header.columns.map((column) => fillOf(mapping[column] ?? ignored, contentNames))
      numbered = !Object.values(mapping).includes('id')
      columns = header.columns
      options.onHeader(header)
    },
  })
  const columnOf = (field: string | null) =>
    columns.find((column) => mapping[column] === field) ??
    columns.find((column) => mapping[column] === firstTwo(field)) ??
    field

  const rowsOf = (rows: ReturnType<typeof table.push>): ItemRow<Content>[] =>
    rows.map((row) => {
      count += 1
      if ('reason' in row) return row
      const record: Record<string, unknown> = numbered ? { id: `${stem}-${count}` } : {}
      for (let index = 0; index < fill.length; index += 1) fill[index]?.(record, row.cells[index] ?? '')
      const result = readRecord(record)
      if (!('reason' in result)) return { line: row.line, item: result }
      return { line: row.line, ...result, field: columnOf(result.field), raw: rawOf(row.raw) }
    })
  return { push: (text) => rowsOf(table.push(text)), end: () => rowsOf(table.end()) }
}

type Fill = (record: Record<string, unknown>, cell: string) => void

function fillOf(target: string, contentNames: readonly string[]): Fill {
  if (target === ignored) return () => {}
  if (contentNames.includes(target)) return (record, cell) => void (record[target] = cell)
  const dot = target.indexOf('.')
  if (dot === -1) return (record, cell) => void (cell.trim() === '' || (record[target] = cell))
  const part = target.slice(0, dot)
  const name = target.slice(dot + 1)
  return (record, cell) => {
    if (cell.trim() === '') return
    const values = (record[part] ??= {}) as Record<string, string>
    values[name] = cell
  }
}

/** `sealed.votes[2]` or `tags.a.b` as far as a mapping can name it. */
const firstTwo = (field: string | null) => field?.replace(/\[.*$/su, '') ?? null
