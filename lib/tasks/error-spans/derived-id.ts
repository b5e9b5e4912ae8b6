/**
 * A UUID (version 8) that follows from its seed alone, for things made by a rule where no randomness may enter. Four 32-bit
 * multiply-xorshift lanes: spreads well, hides nothing; never use it where an id must not be guessed.
 */
export function derivedId(seed: string): string {
  const lanes = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f]
  for (let at = 0; at < seed.length; at++) {
    const unit = seed.charCodeAt(at)
    lanes.forEach((lane, nth) => (lanes[nth] = Math.imul(lane ^ (unit + nth), 0x01000193 + 2 * nth) ^ (lane >>> 15)))
  }
  const hex = lanes
    .map((lane, nth) => mixed(lane ^ Math.imul(lanes[(nth + 1) % 4]!, 0x2c1b3c6d)))
    .map((lane) => lane.toString(16).padStart(8, '0'))
    .join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

/** The finaliser of MurmurHash3 (Appleby, public domain). */
function mixed(lane: number): number {
  let h = lane ^ (lane >>> 16)
  h = Math.imul(h, 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
