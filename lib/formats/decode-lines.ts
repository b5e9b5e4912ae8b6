import { concatBytes } from '@/lib/formats/concat-bytes'
import { blockDecoder } from '@/lib/formats/decode-block'
import { detectionWindow, guessEncoding, markedEncoding, type Encoding } from '@/lib/formats/encoding'
import { limits } from '@/lib/formats/limits'
import { cuttingOf } from '@/lib/formats/line-ends'
import { droppedLineMark } from '@/lib/formats/marks'

export type LineDecoder = {
  /** The text of the lines that these bytes complete; often empty for small chunks. */
  push: (bytes: Uint8Array) => string
  /** The text of what is left. */
  end: () => string
  /** UTF-8 as long as only ASCII was seen. */
  encoding: () => Encoding
  /** Did the file begin with a byte order mark? It is not part of the text. */
  marked: () => boolean
}

/** No row in four-byte characters is longer; what is, need not be held to be refused. */
const guard = 4 * limits.row
const nothing = new Uint8Array(0)

/**
 * Bytes in any chunks to text in whole lines, so that parsers never see half a character, half a CRLF or half a line. The
 * text does not depend on how the bytes were chunked. Holds one line and, until the encoding is known, one window.
 * `atCommas` lets text be cut there as well.
 */
export function lineDecoder(options: { encoding?: Encoding | undefined; atCommas?: boolean } = {}): LineDecoder {
  const atCommas = options.atCommas ?? false
  let known: Encoding | null = options.encoding ?? null
  let cutting = cuttingOf(known ?? 'utf-8', atCommas)
  let decode = blockDecoder(known ?? 'utf-8', cutting)
  let marked = false
  /** The file's first bytes, until there are enough to see a byte order mark. */
  let head: Uint8Array | null = nothing
  /** From a non-ASCII line on, until a window of it is here. `high` is its first non-ASCII byte. */
  let held: { parts: Uint8Array[]; length: number; high: number } | null = null
  let pending: Uint8Array[] = []
  let pendingLength = 0
  let tail = nothing
  let dropping = false

  const settle = (encoding: Encoding) => {
    known = encoding
    cutting = cuttingOf(encoding, atCommas)
    decode = blockDecoder(encoding, cutting)
  }
  const settleByGuess = (bytes: Uint8Array, high: number) =>
    settle(high < 0 ? 'utf-8' : guessEncoding(bytes.subarray(high, high + detectionWindow)))

  const begin = (bytes: Uint8Array): Uint8Array => {
    const mark = markedEncoding(bytes)
    head = null
    if (!mark || (known !== null && known !== mark.encoding)) return bytes
    marked = true
    settle(mark.encoding)
    return bytes.subarray(mark.markLength)
  }

  const keep = (bytes: Uint8Array) => {
    if (dropping || bytes.length === 0) return
    // A copy: the source may reuse its buffer.
    pending.push(bytes.slice())
    pendingLength += bytes.length
    if (pendingLength <= guard) return
    pending = []
    dropping = true
  }

  const decodeLines = (block: Uint8Array): string => {
    const text = decode(block)
    // As many units as bytes, none of them a mark: all ASCII, which says nothing about the encoding.
    if (known !== null || (text.length === block.length && text.isWellFormed())) return text
    const high = block.findIndex((byte) => byte >= 0x80)
    if (high === -1) return text
    // Not ASCII: give the lines and all that was kept behind them back, and wait for a window to judge the encoding by.
    const all = concatBytes([block, ...pending, tail])
    held = { parts: [all.slice()], length: all.length, high }
    pending = []
    pendingLength = 0
    tail = nothing
    return hold(nothing)
  }

  const hold = (bytes: Uint8Array): string => {
    if (held === null) return ''
    held.parts.push(bytes.slice())
    held.length += bytes.length
    if (held.length - held.high < detectionWindow) return ''
    const all = concatBytes(held.parts)
    settleByGuess(all, held.high)
    held = null
    return take(all)
  }

  const take = (chunk: Uint8Array): string => {
    const all = tail.length ? concatBytes([tail, chunk]) : chunk
    const usable = all.length - cutting.tailLength(all)
    tail = all.slice(usable)
    const bytes = all.subarray(0, usable)
    const cut = cutting.last(bytes)
    if (cut === -1) {
      keep(bytes)
      return ''
    }
    const from = dropping ? cutting.first(bytes) : 0
    const dropped = dropping ? droppedLineMark + decode(bytes.subarray(from - cutting.width, from)) : ''
    const block = concatBytes([...pending, bytes.subarray(from, cut)])
    pending = []
    pendingLength = 0
    dropping = false
    keep(bytes.subarray(cut))
    return dropped + decodeLines(block)
  }

  const push = (bytes: Uint8Array): string => {
    if (bytes.length === 0) return ''
    if (head !== null) {
      const all = concatBytes([head, bytes])
      if (all.length < 3) {
        head = all
        return ''
      }
      return push(begin(all))
    }
    return held === null ? take(bytes) : hold(bytes)
  }

  const end = (): string => {
    const text = head === null ? '' : take(begin(head))
    const rest = concatBytes([...(held?.parts ?? []), ...pending, tail])
    if (dropping) return text + droppedLineMark
    if (known === null)
      settleByGuess(
        rest,
        rest.findIndex((byte) => byte >= 0x80),
      )
    return text + decode(rest)
  }

  return { push, end, encoding: () => known ?? 'utf-8', marked: () => marked }
}
