/**
 * Where sfc32 begins for a seed, in four 32-bit numbers, the last its counter: spread from the seed by mulberry32 and run in for
 * 12 rounds, so neighbouring seeds share nothing. `seed`: any number that is an integer; its low 32 bits count.
 */
export function sfc32State(seed: number): Int32Array {
  const spread = mulberry32(seed)
  let [a, b, c, counter] = [spread(), spread(), spread(), 1]
  for (let round = 0; round < 12; round++) {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
  }
  return Int32Array.of(a, b, c, counter)
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) | 0
  }
}
