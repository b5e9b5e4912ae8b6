import { lineDecoder } from '@/lib/formats/decode-lines'
import type { Encoding } from '@/lib/formats/encoding'
import type { RowMachine } from '@/lib/formats/item-row'
import { rowBatches } from '@/lib/formats/row-batches'

/** A file's rows as a parser finds them, in constant memory: UTF-8 with or without a mark, UTF-16 with one, GB18030. */
export async function* machineRows<Row>(
  bytes: AsyncIterable<Uint8Array>,
  machineOf: (encoding: () => Encoding) => RowMachine<Row>,
  { atCommas = false } = {},
): AsyncGenerator<Row> {
  const decoder = lineDecoder({ atCommas })
  for await (const rows of rowBatches(bytes, decoder, machineOf(decoder.encoding))) yield* rows
}
