import type { Piece } from '@/lib/formats/exchange-format'

const pieceLength = 64 * 1024

/** Text as the pieces of one file, in UTF-8. Parts must not end inside a surrogate pair. A file of no text is one empty piece. */
export async function* textPieces(
  path: string,
  parts: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<Piece> {
  const encoder = new TextEncoder()
  let held = ''
  let any = false
  for await (const part of parts) {
    held += part
    if (held.length < pieceLength) continue
    yield { path, bytes: encoder.encode(held) }
    held = ''
    any = true
  }
  if (held !== '' || !any) yield { path, bytes: encoder.encode(held) }
}

/** One JSON array over many records, an element a line. */
export async function* jsonArrayParts(elements: AsyncIterable<string>): AsyncGenerator<string> {
  let before = '[\n'
  for await (const element of elements) {
    yield before + element
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

export async function* mapped<In, Out>(
  source: AsyncIterable<In>,
  change: (each: In, index: number) => Out,
): AsyncGenerator<Out> {
  let index = 0
  for await (const each of source) yield change(each, index++)
}
