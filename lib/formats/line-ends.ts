import type { Encoding } from '@/lib/formats/encoding'

const lineFeed = 0x0a
const carriageReturn = 0x0d
const comma = 0x2c

/**
 * Where bytes may be cut without splitting a character or a CRLF: behind LF, behind a CR that no LF follows, behind a
 * comma where that is asked for (JSON, whose records may all stand on one line). Sound because a byte below 0x30 is never
 * part of a longer character in UTF-8 or GB18030, and UTF-16 is read by its units.
 */
export type Cutting = {
  atCommas: boolean
  width: 1 | 2
  /** How much to hold back at the end: half a unit, or a CR that may be half of a CRLF. */
  tailLength: (bytes: Uint8Array) => number
  /** Behind the first or the last separator; -1 when there is none. The bytes end in no CR that an LF may follow. */
  first: (bytes: Uint8Array) => number
  last: (bytes: Uint8Array) => number
  /** Everything between cuts, separators included; joined they are the bytes. */
  pieces: (bytes: Uint8Array) => Generator<Uint8Array>
}

export function cuttingOf(encoding: Encoding, atCommas: boolean): Cutting {
  const width = encoding === 'utf-16le' || encoding === 'utf-16be' ? 2 : 1
  const high = encoding === 'utf-16le' ? 1 : 0
  const unitAt = (bytes: Uint8Array, at: number) =>
    width === 1 ? bytes[at] : ((bytes[at + high] as number) << 8) | (bytes[at + 1 - high] as number)
  const endsAt = (bytes: Uint8Array, at: number) => {
    const unit = unitAt(bytes, at)
    if (unit === lineFeed || (atCommas && unit === comma)) return true
    return unit === carriageReturn && (at + 2 * width > bytes.length || unitAt(bytes, at + width) !== lineFeed)
  }
  const first = (bytes: Uint8Array, from = 0) => {
    for (let at = from; at + width <= bytes.length; at += width) if (endsAt(bytes, at)) return at + width
    return -1
  }
  return {
    atCommas,
    width,
    first,
    last: (bytes) => {
      const whole = bytes.length - (bytes.length % width)
      for (let at = whole - width; at >= 0; at -= width) if (endsAt(bytes, at)) return at + width
      return -1
    },
    tailLength: (bytes) => {
      const half = bytes.length % width
      const whole = bytes.length - half
      return whole > 0 && unitAt(bytes, whole - width) === carriageReturn ? half + width : half
    },
    *pieces(bytes) {
      let start = 0
      for (let end = first(bytes); end !== -1; end = first(bytes, start)) {
        yield bytes.subarray(start, end)
        start = end
      }
      if (start < bytes.length) yield bytes.subarray(start)
    },
  }
}
