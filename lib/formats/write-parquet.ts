import type { ParquetWriter } from 'hyparquet-writer'
import type { Piece } from '@/lib/formats/exchange-format'

/** One node of a schema: a column, or a group with its children behind it. */
export type ParquetElement = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

/** A row group is held in memory while it is made: so many rows, or so many characters, whichever comes first. */
const groupRows = 5_000
const groupCharacters = 8_000_000

/**
 * Rows as one Parquet file, a piece a row group. `columns`: each column's schema, in order; `sizeOf` the characters of a row.
 * The library is loaded when the first row is written: nothing else of the product needs it.
 */
export async function* writeParquet<Row extends Record<string, unknown>>(
  path: string,
  columns: ReadonlyMap<string, readonly ParquetElement[]>,
  rows: AsyncIterable<Row>,
  sizeOf: (row: Row) => number,
): AsyncGenerator<Piece> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const writer = new ByteWriter()
  const schema = [{ name: 'root', num_children: columns.size }, ...[...columns.values()].flat()]
  const file = new ParquetWriter({ writer, schema, createdBy: 'doubleread' })
  const drained = (): Piece => {
    const bytes = writer.getBytes().slice()
    writer.index = 0
    return { path, bytes }
  }
  const group = async (held: readonly Row[]) => {
    const columnData = [...columns.keys()].map((name) => ({ name, data: held.map((row) => row[name]) }))
    await file.write({ columnData, rowGroupSize: held.length })
    return drained()
  }
  let held: Row[] = []
  let size = 0
  for await (const row of rows) {
    held.push(row)
    size += sizeOf(row)
    if (held.length < groupRows && size < groupCharacters) continue
    yield await group(held)
    held = []
    size = 0
  }
  if (held.length) yield await group(held)
  await file.finish()
  yield drained()
}
