/** Records as JSON Lines in pieces of a size that a socket likes; never holds more than one piece. */
const pieceLength = 64 * 1024

export async function* exportLines<Row>(
  batches: AsyncIterable<readonly Row[]>,
  recordOf: (row: Row) => object,
): AsyncGenerator<string> {
  let piece = ''
  for await (const rows of batches) {
    for (const row of rows) {
      piece += JSON.stringify(recordOf(row)) + '\n'
      if (piece.length < pieceLength) continue
      yield piece
      piece = ''
    }
  }
  if (piece) yield piece
}

export type Download = { fileName: string; lines: AsyncIterable<string> }

/** Such as `ward-notes-verdicts-2026-11-22.jsonl`. */
export const downloadName = (slug: string, what: string, at: Date): string =>
  `${slug}-${what}-${at.toISOString().slice(0, 10)}.jsonl`
