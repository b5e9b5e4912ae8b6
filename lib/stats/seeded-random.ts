import { sfc32State } from './sfc32-state'

/** Numbers in [0, 1), 32 bits each. Where chance is wanted, it comes in as an argument of this type. */
export type Random = () => number

/**
 * Numbers that are the same for the same seed on every machine. sfc32 (Doty-Humphrey, PractRand): 128 bits of state with a
 * counter in it, period at least 2^32; passes PractRand and BigCrush. Neighbouring seeds share nothing (sfc32-state.ts). Not
 * for secrets.
 */
export function seededRandom(seed: number): Random {
  let [a = 0, b = 0, c = 0, counter = 0] = sfc32State(seed)
  return () => {
    const sum = (a + b + counter++) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
}
