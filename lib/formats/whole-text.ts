import { concatBytes } from '@/lib/formats/concat-bytes'
import { guessEncoding } from '@/lib/formats/encoding'
import type { RowProblem } from '@/lib/formats/item-row'
import { limits } from '@/lib/formats/limits'

/** A file of a folder is one text with its annotations: larger ones are refused instead of held. */
const most = 4 * limits.row

/**
 * All of a small file as text, every character kept, a mark at its beginning (U+FEFF) included: offsets into the file count
 * it. UTF-8, else GB18030.
 */
export async function wholeText(source: AsyncIterable<Uint8Array>): Promise<string | RowProblem> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const part of source) {
    length += part.length
    if (length > most) return { field: null, reason: 'row-too-long', values: { limit: most } }
    parts.push(part.slice())
  }
  const bytes = concatBytes(parts)
  for (const encoding of ['utf-8', guessEncoding(bytes)] as const) {
    try {
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      // The other encoding's turn.
    }
  }
  return { field: null, reason: 'undecodable', values: { encoding: 'utf-8' } }
}
