/**
 * The one bridge between UTF-16 (JavaScript strings, the DOM) and code points (everything else). Counts as JavaScript
 * iterates: a surrogate pair is one code point, a lone surrogate is one code point of its own.
 *
 * Cost: one pass and 4 bytes per astral character to build; each lookup O(log astral characters), O(1) where there is none.
 */
export type CodePoints = {
  readonly text: string
  /** Code points in the whole text. */
  readonly length: number
  /** An offset between the halves of a pair means the place before the pair. RangeError outside the text. */
  toCodePoint(utf16: number): number
  /** RangeError outside the text. */
  toUtf16(codePoint: number): number
  /** The text of `[start, end)` in code points. */
  slice(start: number, end: number): string
}

export function codePointsOf(text: string): CodePoints {
  const pairs = pairsOf(text)
  const length = text.length - pairs.length

  const toCodePoint = (utf16: number) => {
    inside(utf16, text.length)
    return utf16 - countBelow(pairs, utf16, 0)
  }
  const toUtf16 = (codePoint: number) => {
    inside(codePoint, length)
    return codePoint + countBelow(pairs, codePoint, 1)
  }
  return { text, length, toCodePoint, toUtf16, slice: (start, end) => text.slice(toUtf16(start), toUtf16(end)) }
}

/** UTF-16 offsets of the high halves of real pairs, ascending. */
function pairsOf(text: string): Uint32Array {
  const found: number[] = []
  for (let at = 0; at + 1 < text.length; at++) {
    if ((text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) found.push(at)
  }
  return Uint32Array.from(found)
}

/** How many pairs start below `limit`; `shift` 1 compares their code-point offsets (the i-th lies i lower), 0 their UTF-16 ones. */
function countBelow(pairs: Uint32Array, limit: number, shift: 0 | 1): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pairs[middle]! - shift * middle < limit) low = middle + 1
    else high = middle
  }
  return low
}

function inside(offset: number, length: number): void {
  if (!Number.isInteger(offset) || offset < 0 || offset > length) {
    throw new RangeError(`offset ${offset} is outside a text of length ${length}`)
  }
}
