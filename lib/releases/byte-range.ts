/** Which bytes of a file a request asks for (RFC 9110, section 14), one range at a time; `end` is not included. */
export type ByteRange = { status: 200 | 206; start: number; end: number } | { status: 416 }

/**
 * `range`: the header. More than one range, another unit or nonsense is answered with the whole file, as the RFC allows; a
 * range that begins behind the file, with 416. `ifRange`: the range holds only for the file that has this strong tag.
 */
export function byteRange(range: string | null, ifRange: string | null, { size, etag }: { size: number; etag: string }): ByteRange {
  const whole: ByteRange = { status: 200, start: 0, end: size }
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range?.trim() ?? '') ?? []
  if (first === undefined || last === undefined || (first === '' && last === '')) return whole
  if (ifRange !== null && ifRange.trim() !== etag) return whole
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? { status: 416 } : { status: 206, start: size - length, end: size }
  }
  const [start, end] = [Number(first), last === '' ? size : Math.min(Number(last) + 1, size)]
  if (last !== '' && Number(last) < start) return whole
  return start >= size ? { status: 416 } : { status: 206, start, end }
}
