import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine } from '@/lib/formats/item-row'

/** Memory is bounded by the pieces parsed at a time, whatever the source hands over at once. */
const pieceLength = 256 * 1024

/** A file's rows as a parser finds them, in constant memory: UTF-8 with or without a mark, UTF-16 with one, GB18030. */
export async function* machineRows<Row>(
  bytes: AsyncIterable<Uint8Array>,
  machineOf: (encoding: () => Encoding) => RowMachine<Row>,
  { atCommas = false } = {},
): AsyncGenerator<Row> {
  const decoder = lineDecoder({ atCommas })
  const machine = machineOf(decoder.encoding)
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += pieceLength) {
      const text = decoder.push(chunk.subarray(at, at + pieceLength))
      if (text !== '') yield* machine.push(text)
    }
  }
  const rest = decoder.end()
  if (rest !== '') yield* machine.push(rest)
  yield* machine.end()
}
