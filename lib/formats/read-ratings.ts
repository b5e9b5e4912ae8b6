import { Refusal } from '@/lib/errors'
import { csvTable } from '@/lib/formats/csv-table'
import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine, RowProblem } from '@/lib/formats/item-row'
import type { Rating } from '@/lib/stats/ratings'

const columns = ['item', 'rater', 'value'] as const
type RatingRow = { line: number } & ({ value: Rating } | RowProblem)

/**
 * Ratings as a CSV with the columns `item`, `rater` and `value`, in any order and beside others; one rating a row. A cell
 * that is empty is refused: a missing rating is no row. Throws Refusal `not-ratings` where a column is missing.
 */
export function ratingRows(encoding: () => Encoding): RowMachine<RatingRow> {
  let places: number[] = []
  const table = csvTable({
    delimiter: null,
    encoding,
    onHeader: (header) => {
      places = columns.map((column) => header.columns.indexOf(column))
      const missing = columns.find((column) => !header.columns.includes(column))
      if (missing !== undefined) throw new Refusal('invalid', 'not-ratings', { column: missing })
    },
  })
  const rowsOf = (rows: ReturnType<typeof table.push>) =>
    rows.map((row): RatingRow => {
      if ('reason' in row) return row
      const [item, rater, value] = places.map((place) => row.cells[place]!.trim())
      const empty = [item, rater, value].indexOf('')
      if (empty !== -1) return { line: row.line, field: columns[empty]!, reason: 'empty' }
      return { line: row.line, value: { item: item!, rater: rater!, value: value! } }
    })
  return { push: (text) => rowsOf(table.push(text)), end: () => rowsOf(table.end()) }
}
