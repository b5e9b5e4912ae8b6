import type { RejectedRow } from '@/lib/formats/item-row'

type Rows = AsyncIterable<RejectedRow> | Iterable<RejectedRow>

/** How the rows stood in their file: lines (native, plain), lines below a header (CSV, MEDEC), or elements of an array. */
export type RejectedShape = { kind: 'lines' } | { kind: 'table'; header: string } | { kind: 'array' }

/**
 * The refused rows as a file of the format they came in, in UTF-8, to be mended and imported again. A row too long to
 * keep is not in it (half a row must never pass for one); the report names it.
 */
export async function* writeRejected(rows: Rows, shape: RejectedShape): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  if (shape.kind === 'table') yield encoder.encode(shape.header + '\n')
  let between = shape.kind === 'array' ? '[\n' : ''
  for await (const { raw } of rows) {
    if (raw === null) continue
    yield encoder.encode(between + raw + (shape.kind === 'array' ? '' : '\n'))
    between = shape.kind === 'array' ? ',\n' : ''
  }
  if (shape.kind === 'array') yield encoder.encode(between === '[\n' ? '[]\n' : '\n]\n')
}

/** Every refused row with its line, field and reason, as JSON Lines. `sentence` says a reason in the person's language. */
export async function* writeRejectionReport(
  rows: Rows,
  sentence: (row: RejectedRow) => string,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const row of rows) {
    const { line, field, reason, raw } = row
    yield encoder.encode(JSON.stringify({ line, field, reason, sentence: sentence(row), raw }) + '\n')
  }
}
