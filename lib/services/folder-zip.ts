import { crc32 } from 'node:zlib'
import type { Piece } from '@/lib/formats/exchange-format'
import { centralHeader, endOfArchive, localHeader } from '@/lib/releases/zip-headers'

const entriesPerBlock = 1_024

/**
 * A folder of many small files as one archive, in the order they come, stored and not compressed: the same files are the same
 * bytes. Holds one file and the list of names at a time. `below`: what every path begins with, left away inside.
 */
export async function* folderZip(pieces: AsyncIterable<Piece>, below: string): AsyncGenerator<Uint8Array> {
  const blocks: Uint8Array[] = []
  const entries: Uint8Array[] = []
  let count = 0
  let offset = 0
  let path: string | null = null
  let parts: Uint8Array[] = []
  function* closed(): Generator<Uint8Array> {
    if (path === null) return
    const body = Buffer.concat(parts)
    const file = { path: path.slice(below.length), size: body.length, crc32: crc32(body) }
    const head = localHeader(file)
    entries.push(centralHeader(file, offset))
    count += 1
    // One piece of memory for many entries: each by itself costs several times its length.
    if (entries.length === entriesPerBlock) blocks.push(Buffer.concat(entries.splice(0)))
    offset += head.length + body.length
    yield head
    yield body
  }
  for await (const piece of pieces) {
    if (piece.path !== path) {
      yield* closed()
      path = piece.path
      parts = []
    }
    parts.push(piece.bytes)
  }
  yield* closed()
  const start = offset
  for (const block of [...blocks, Buffer.concat(entries)]) {
    offset += block.length
    yield block
  }
  yield endOfArchive(count, start, offset)
}
