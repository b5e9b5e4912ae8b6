/**
 * The layout of a ZIP whose files are stored, not compressed: every byte of it follows from the paths, sizes and CRC-32s, so
 * any range can be served without building the whole, and the same files are the same bytes on every machine and day.
 * Fixed date (1980-01-01), names in UTF-8 and in code-unit order, ZIP64 fields where a number needs them (APPNOTE 6.3.10).
 */
import { byCodeUnit } from './by-code-unit'
import { releasePath } from './manifest'
import { centralHeader, endOfArchive, localHeader, type ZipFile } from './zip-headers'

export type { ZipFile }

/** Bytes of the archive's own, or a stretch [start, end) of a file. Never empty. */
export type ZipPiece = { bytes: Uint8Array } | { path: string; start: number; end: number }

export type ZipLayout = {
  size: number
  /** In the archive's order. */
  files: readonly ZipFile[]
  /** Where each file's local header begins; one more for where the central directory begins. */
  headers: Float64Array
  /** Where each file's entry in the central directory begins; one more for where the end records begin. */
  entries: Float64Array
}

/** Throws RangeError on a path that is unsafe to unpack or named twice, and on sizes that no file has. O(n log n). */
export function zipLayout(given: readonly ZipFile[]): ZipLayout {
  const files = given.toSorted((a, b) => byCodeUnit(a.path, b.path))
  const headers = new Float64Array(files.length + 1)
  const entries = new Float64Array(files.length + 1)
  for (const [at, file] of files.entries()) {
    if (!releasePath.safeParse(file.path).success) throw new RangeError(`${file.path} is no path for an archive`)
    if (file.path === files[at + 1]?.path) throw new RangeError(`${file.path} is named twice`)
    if (!Number.isSafeInteger(file.size) || file.size < 0) throw new RangeError(`${file.path} has no size`)
    headers[at + 1] = headers[at]! + localHeader(file).length + file.size
  }
  entries[0] = headers[files.length]!
  for (const [at, file] of files.entries()) entries[at + 1] = entries[at]! + centralHeader(file, headers[at]!).length
  const end = entries[files.length]!
  return { size: end + endOfArchive(files.length, entries[0], end).length, files, headers, entries }
}

/** The pieces that make up [start, end) of the archive, in order; without a range, all of it. O(log n + pieces). */
export function* zipRange(layout: ZipLayout, start = 0, end = layout.size): Generator<ZipPiece> {
  const { files, headers, entries, size } = layout
  const until = Math.min(end, size)
  let at = Math.max(0, start)
  for (let index = lastAt(headers, at); at < until && index < files.length; index++) {
    const file = files[index]!
    const head = localHeader(file)
    const from = headers[index]!
    yield* cut(head, from, at, until)
    at = Math.max(at, from + head.length)
    const body = from + head.length
    const to = Math.min(until, body + file.size)
    if (at < to) yield { path: file.path, start: at - body, end: to - body }
    at = Math.max(at, body + file.size)
  }
  for (let index = lastAt(entries, at); at < until && index < files.length; index++) {
    const from = entries[index]!
    const entry = centralHeader(files[index]!, headers[index]!)
    yield* cut(entry, from, at, until)
    at = from + entry.length
  }
  const last = entries[files.length]!
  yield* cut(endOfArchive(files.length, entries[0]!, last), last, at, until)
}

function* cut(bytes: Uint8Array, from: number, start: number, end: number): Generator<ZipPiece> {
  const part = bytes.subarray(Math.max(0, start - from), Math.max(0, end - from))
  if (part.length) yield { bytes: part }
}

/** Index of the last offset not after `at`; 0 where all are. */
function lastAt(offsets: Float64Array, at: number): number {
  let [low, high] = [0, offsets.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (offsets[middle]! <= at) low = middle
    else high = middle - 1
  }
  return low
}
