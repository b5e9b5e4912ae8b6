/** Numbers in [0, 1), 32 bits each. Where chance is wanted, it comes in as an argument of this type. */
export type Random = () => number

/**
 * Numbers that are the same for the same seed on every machine. sfc32 (Doty-Humphrey, PractRand): 128 bits of state with a
 * counter in it, period at least 2^32; passes PractRand and BigCrush. The state is spread from the seed by mulberry32 and
 * run in for 12 rounds, so neighbouring seeds share nothing. `seed`: any number that is an integer; its low 32 bits count.
 * Not for secrets.
 */
export function seededRandom(seed: number): Random {
  const spread = mulberry32(seed)
  let [a, b, c, counter] = [spread(), spread(), spread(), 1]
  const next = () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return (sum >>> 0) / 4_294_967_296
  }
  for (let round = 0; round < 12; round++) next()
  return next
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
