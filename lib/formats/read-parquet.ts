import { concatBytes } from '@/lib/formats/concat-bytes'
import type { RowProblem } from '@/lib/formats/item-row'

/** One row with its number from 1; or, once and for the whole file, why it cannot be read. */
export type ParquetRow = { line: number } & ({ value: Record<string, unknown> } | RowProblem)

/**
 * The rows of a Parquet file, a row group at a time. The file itself is held whole, since its directory is at its end. Whole
 * numbers come as numbers wherever they are exact.
 */
export async function* readParquet(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<ParquetRow> {
  const { parquetMetadata, parquetReadObjects } = await import('hyparquet')
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part.slice())
  const { buffer } = parts.length ? concatBytes(parts).slice() : new Uint8Array(0)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const parsers = { stringFromBytes: (text: Uint8Array | undefined) => text && decoder.decode(text) }
  let rowStart = 0
  try {
    const metadata = parquetMetadata(buffer)
    for (const { num_rows } of metadata.row_groups) {
      const rowEnd = rowStart + Number(num_rows)
      const rows = await parquetReadObjects({ file: buffer, metadata, rowStart, rowEnd, parsers })
      for (const [index, value] of rows.entries())
        yield { line: rowStart + index + 1, value: exact(value) as Record<string, unknown> }
      rowStart = rowEnd
    }
  } catch {
    // Whatever a file of nobody knows what makes the library throw, it means one thing to the person who gave it.
    yield { line: rowStart + 1, field: null, reason: 'not-of-format', values: { format: 'Parquet' } }
  }
}

function exact(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : String(value)
  if (Array.isArray(value)) return value.map(exact)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, exact(each)]))
}
