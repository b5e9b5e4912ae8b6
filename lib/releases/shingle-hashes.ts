/** One number of 32 bits for each run of code points, as `shingles` cuts them; repeated runs give repeated numbers. */
export function shingleHashes(comparableText: string, length: number, start: number): Int32Array {
  const points = new Int32Array(comparableText.length)
  let count = 0
  for (let at = 0; at < comparableText.length; at++) {
    const point = comparableText.codePointAt(at)!
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
export function finished(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2_b2_ae_35)
  return mixed ^ (mixed >>> 16)
}

/** Numbers of 32 bits in a row that a seed fixes. */
export function scrambled(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e_37_79_b9) | 0
    return finished(state)
  }
}
