import { restoredCell } from '@/lib/formats/csv-cells'
import { csvTable, type CsvHeader } from '@/lib/formats/csv-table'
import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'

/** A table's row by its columns' names, cells as they were before `safeCell`; or why it has none. */
export type CellRow = { line: number } & ({ cells: ReadonlyMap<string, string> } | RowProblem)

/** Any CSV of a header and rows. `onHeader` may throw a Refusal where the columns are those of another format. */
export function csvCellRows(
  encoding: () => Encoding,
  onHeader: (columns: readonly string[]) => void,
): RowMachine<CellRow> {
  let columns: string[] = []
  const table = csvTable({
    delimiter: null,
    encoding,
    onHeader: (header: CsvHeader) => {
      columns = header.columns
      onHeader(columns)
    },
  })
  const rowsOf = (rows: ReturnType<typeof table.push>): CellRow[] =>
    rows.map((row) => {
      if ('cells' in row)
        return { line: row.line, cells: new Map(columns.map((name, at) => [name, restoredCell(row.cells[at] ?? '')])) }
      const { line, field, reason, values } = row
      return { line, field, reason, ...(values ? { values } : {}) }
    })
  return { push: (text) => rowsOf(table.push(text)), end: () => rowsOf(table.end()) }
}
