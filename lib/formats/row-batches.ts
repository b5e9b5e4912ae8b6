import type { LineDecoder } from '@/lib/formats/decode-lines'
import type { RowMachine } from '@/lib/formats/item-row'

/** Memory is bounded by the pieces parsed at a time, whatever the source hands over at once. */
const pieceLength = 256 * 1024

/** A file's bytes through a decoder and a parser: the rows in the arrays they are parsed in, in constant memory. */
export async function* rowBatches<Row>(
  source: AsyncIterable<Uint8Array>,
  decoder: LineDecoder,
  machine: RowMachine<Row>,
): AsyncGenerator<Row[]> {
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; at += pieceLength) {
      const text = decoder.push(chunk.subarray(at, at + pieceLength))
      const rows = text === '' ? [] : machine.push(text)
      if (rows.length) yield rows
    }
  }
  const rest = decoder.end()
  const rows = [...(rest === '' ? [] : machine.push(rest)), ...machine.end()]
  if (rows.length) yield rows
}
