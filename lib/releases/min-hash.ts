/**
 * MinHash (Broder 1997): the chance that two signatures agree in a place is the Jaccard index of the texts' shingles. The
 * hash functions follow from the seed. Length `places` each; O(shingles · places) a text.
 */
export const places = 128

export type MinHash = (comparableText: string) => Int32Array

export function minHash(seed: number, shingleLength: number): MinHash {
  const next = scrambled(seed)
  const factors = Int32Array.from({ length: places }, () => next() | 1)
  const offsets = Int32Array.from({ length: places }, next)
  const start = next()
  return (text) => {
    const hashes = shingleHashes(text, shingleLength, start)
    const signature = new Int32Array(places)
    for (let place = 0; place < places; place++) {
      const factor = factors[place]!
      const offset = offsets[place]!
      // Signed throughout: numbers of 32 bits with a sign are the engine's fast ones.
      let least = 0x7f_ff_ff_ff
      for (let at = 0; at < hashes.length; at++) {
        const value = (Math.imul(hashes[at]!, factor) + offset) | 0
        if (value < least) least = value
      }
      signature[place] = least
    }
    return signature
  }
}

/** One number for each run of code points, as `shingles` cuts them; repeated runs give repeated numbers. */
function shingleHashes(text: string, length: number, start: number): Int32Array {
  const points = new Int32Array(text.length)
  let count = 0
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at)!
    points[count++] = point
    if (point > 0xff_ff) at += 1
  }
  const hashes = new Int32Array(Math.max(1, count - length + 1))
  for (let at = 0; at < hashes.length; at++) {
    let hash = start | 0
    const end = Math.min(count, at + length)
    for (let each = at; each < end; each++) hash = Math.imul(hash ^ points[each]!, 0x5b_d1_e9_95) ^ (hash >>> 15)
    hashes[at] = finished(hash)
  }
  return hashes
}

/** Mixes every bit into every other (the finaliser of MurmurHash3, public domain). */
function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35)
  return mixed ^ (mixed >>> 16)
}

/** Numbers of 32 bits in a row that a seed fixes. */
function scrambled(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e_37_79_b9) | 0
    return finished(state)
  }
}
