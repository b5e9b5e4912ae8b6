/**
 * A file of a release, or an archive of several, to be sent from any byte on: what a person may have of it, nothing else. An
 * archive is never made: its bytes follow from its files', so every replica sends the same, any day. Unknown and forbidden
 * look the same. That somebody was given labels is on record before the first byte leaves.
 */
import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { insertDownloads, wasDownloading } from '@/lib/db/downloads'
import { chunkBytes, chunksOf, filesOf, type StoredFile } from '@/lib/db/release-files'
import { frozenToDownload, type DownloadedRelease } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { checksumsPath, checksumsText } from '@/lib/releases/checksums'
import { splitNames, type SplitName } from '@/lib/releases/split-rule'
import { zipLayout, zipRange } from '@/lib/releases/zip-layout'

export const fileInput = z.object({ releaseId: z.uuid(), path: z.array(z.string().max(1_000)).min(1).max(20) })
export const zipInput = z.object({ releaseId: z.uuid(), split: z.enum(splitNames).optional() })

export type Download = {
  fileName: string
  mediaType: string
  size: number
  /** Strong: the same tag is the same bytes. */
  etag: string
  /** Bytes [start, end). Puts it on record, then reads as it is asked for more. */
  send: (start: number, end: number) => Promise<AsyncGenerator<Uint8Array>>
}

/** Whether it may be had at all is decided here; a file that is gone meanwhile cannot be, since releases never change. */
export async function openFile(viewer: Viewer, { releaseId, path }: z.output<typeof fileInput>): Promise<Download> {
  const { release, files } = await filesForViewer(viewer, releaseId)
  const file = files.find((each) => each.path === path.join('/'))
  if (!file) throw new Refusal('not-found', 'not-found')
  return {
    fileName: path.at(-1)!,
    mediaType: file.mediaType,
    size: file.bytes,
    etag: `"${file.sha256}"`,
    send: sending(viewer, release, { path: file.path, splits: [file.split], size: file.bytes }, (start, end) => bytesOfFile(viewer, file, start, end)),
  }
}

/** With `split`: that split's data and every document; without: all that this person may have. */
export async function openZip(viewer: Viewer, { releaseId, split }: z.output<typeof zipInput>): Promise<Download> {
  const { release, files: all } = await filesForViewer(viewer, releaseId)
  if (split && !all.some((file) => file.split === split)) throw new Refusal('not-found', 'not-found')
  const chosen = all.filter((file) => split === undefined || file.split === null || file.split === split)
  // It names what the archive holds: without a hidden split that is the frozen one, to the byte; verified, it says what is left out.
  const sums = Buffer.from(checksumsText(chosen.filter(({ path }) => path !== checksumsPath)))
  const ofSums = { bytes: sums.length, crc32: crc32(sums), sha256: createHash('sha256').update(sums).digest('hex') }
  const files = chosen.map((file) => (file.path === checksumsPath ? { ...file, ...ofSums } : file))
  const layout = zipLayout(files.map(({ path, bytes, crc32 }) => ({ path, size: bytes, crc32 })))
  const byPath = new Map(files.map((file) => [file.path, file]))
  async function* bytes(start: number, end: number): AsyncGenerator<Uint8Array> {
    for (const piece of zipRange(layout, start, end)) {
      if ('bytes' in piece) yield piece.bytes
      else if (piece.path === checksumsPath) yield sums.subarray(piece.start, piece.end)
      else yield* bytesOfFile(viewer, byPath.get(piece.path)!, piece.start, piece.end)
    }
  }
  const stem = `${release.slug}-${release.version}`
  const splits = [...new Set(files.flatMap((file) => file.split ?? []))]
  return {
    fileName: split ? `${stem}-${split}.zip` : `${stem}.zip`,
    mediaType: 'application/zip',
    size: layout.size,
    etag: `"${createHash('sha256').update(files.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')).digest('hex')}"`,
    send: sending(viewer, release, { path: split ? `zip/${split}` : 'zip', splits, size: layout.size }, bytes),
  }
}

async function filesForViewer(viewer: Viewer, releaseId: string): Promise<{ release: DownloadedRelease; files: StoredFile[] }> {
  return asViewer(viewer, async (tx) => {
    const release = await frozenToDownload(tx, releaseId)
    if (!release) throw new Refusal('not-found', 'not-found')
    return { release, files: await filesOf(tx, releaseId) }
  })
}

function sending(
  viewer: Viewer,
  release: DownloadedRelease,
  what: { path: string; splits: (SplitName | null)[]; size: number },
  bytes: (start: number, end: number) => AsyncGenerator<Uint8Array>,
): Download['send'] {
  return async (start, end) => {
    await asViewer(viewer, async (tx) => {
      // A download that goes on after a break is the same download; one that begins is a new one.
      if (start > 0 && (await wasDownloading(tx, { releaseId: release.id, personId: viewer.personId, path: what.path }))) return
      await insertDownloads(tx, { releaseId: release.id, personId: viewer.personId, path: what.path, splits: what.splits })
      await recordEvent(tx, {
        kind: 'release-downloaded',
        actor: viewer.personId,
        studyId: release.studyId,
        itemId: null,
        detail: { release: release.id, version: release.version, path: what.path, splits: what.splits.filter((split) => split !== null), ...(start > 0 ? { from: start } : {}) },
      })
    })
    return bytes(start, Math.min(end, what.size))
  }
}

/** Pieces asked for together: what one download holds in memory, and for how long it holds a connection at a time. */
const piecesPerLook = 8

async function* bytesOfFile(viewer: Viewer, file: StoredFile, start: number, end: number): AsyncGenerator<Uint8Array> {
  let at = start
  while (at < end) {
    const first = Math.floor(at / chunkBytes)
    const last = Math.min(Math.ceil(end / chunkBytes), first + piecesPerLook)
    const chunks = await chunksOf(viewer, file.id, first, last)
    if (chunks.length !== last - first) throw new Error(`file ${file.id} of a release has not all its pieces`)
    for (const [nth, chunk] of chunks.entries()) {
      const from = (first + nth) * chunkBytes
      const part = chunk.subarray(Math.max(0, at - from), Math.max(0, Math.min(chunk.length, end - from)))
      at = from + chunk.length
      yield part
    }
  }
}
