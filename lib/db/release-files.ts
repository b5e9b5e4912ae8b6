/**
 * The files of a release, in pieces of one size, so that a range is found by division. Written while it is being frozen and
 * never after; whoever reads sees what row security shows them, file by file.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import pg from 'pg'
import type { Viewer } from '@/lib/blinding/viewer'
import type { SplitName } from '@/lib/releases/split-rule'
import type { Store } from './store'
import { asViewerBytes } from './as-viewer-bytes'
import type { Tx } from './transaction'

export const chunkBytes = 256 * 1024

export type StoredFile = {
  id: string
  path: string
  split: SplitName | null
  mediaType: string
  bytes: number
  sha256: string
  crc32: number
}

export type Measured = { bytes: number; sha256: string; crc32: number }

/** Hashes and lengths of pieces as they pass, handed on in pieces of the size that is stored. */
export async function measure(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  keep: (chunk: Buffer, number: number) => Promise<void> = async () => {},
): Promise<Measured> {
  const hash = createHash('sha256')
  let [bytes, crc, number, held] = [0, 0, 0, 0]
  let chunk = Buffer.allocUnsafe(chunkBytes)
  for await (const piece of pieces) {
    hash.update(piece)
    crc = crc32(piece, crc)
    bytes += piece.length
    for (let at = 0; at < piece.length; ) {
      const part = piece.subarray(at, at + chunkBytes - held)
      chunk.set(part, held)
      held += part.length
      at += part.length
      if (held < chunkBytes) continue
      await keep(chunk, number++)
      chunk = Buffer.allocUnsafe(chunkBytes)
      held = 0
    }
  }
  if (held > 0) await keep(chunk.subarray(0, held), number)
  return { bytes, sha256: hash.digest('hex'), crc32: crc }
}

export async function storeFile(
  store: Store,
  releaseId: string,
  file: { path: string; split: SplitName | null; mediaType: string },
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Measured> {
  const [row] = await store.run<{ id: string }>(
    `insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, $2, $3, $4, 0, '\\x', 0) returning id`,
    [releaseId, file.path, file.split, file.mediaType],
  )
  if (!row) throw new Error('an inserted file has an id')
  const measured = await measure(pieces, async (chunk, number) => {
    await store.run(`insert into release_chunk (file_id, number, bytes) values ($1, $2, $3)`, [row.id, number, chunk])
  })
  await store.run(`update release_file set bytes = $2, sha256 = $3, crc32 = $4 where id = $1`, [
    row.id,
    measured.bytes,
    Buffer.from(measured.sha256, 'hex'),
    measured.crc32,
  ])
  return measured
}

/** What an attempt left of a release that was not frozen. */
const leftovers = [
  'delete from release_chunk where file_id in (select id from release_file where release_id = $1::uuid)',
  'delete from release_file where release_id = $1::uuid',
  'delete from release_reading where release_id = $1::uuid',
  'delete from release_item where release_id = $1::uuid',
] as const

export async function clearRelease(tx: Tx, releaseId: string): Promise<void> {
  for (const leftover of leftovers) await tx.$executeRawUnsafe(leftover, releaseId)
}

export async function clearReleaseStoring(store: Store, releaseId: string): Promise<void> {
  for (const leftover of leftovers) await store.run(leftover, [releaseId])
}

/** The files that the viewer may have, by path. */
export async function filesOf(tx: Tx, releaseId: string): Promise<StoredFile[]> {
  return tx.$queryRaw<StoredFile[]>`
    select id, path, split, media_type as "mediaType", bytes::float8 as bytes, encode(sha256, 'hex') as sha256, crc32::float8 as crc32
    from release_file where release_id = ${releaseId}::uuid order by path collate "C"`
}

/** Pieces `from` to `to` (not included) of a file. */
export const chunksOf = (viewer: Pick<Viewer, 'personId'>, fileId: string, from: number, to: number): Promise<Buffer[]> =>
  asViewerBytes(
    viewer,
    `select bytes from release_chunk where file_id = ${pg.escapeLiteral(fileId)} and number >= ${Math.trunc(from)} and number < ${Math.trunc(to)}
     order by number`,
  )
