import { finished, scrambled, shingleHashes } from './shingle-hashes'

/** How many bytes a signature has. A power of two. */
export const places = 512

export type MinHash = (comparableText: string) => Uint8Array

/**
 * MinHash (Broder 1997): the chance that two signatures agree in a place is the Jaccard index s of the texts' shingles, and, as
 * a place keeps one byte of its minimum (Li & König 2010), 1/256 of the rest. Made by fast similarity sketching (Dahlgaard,
 * Knudsen & Thorup 2017): a shingle is thrown at one place a round, until a whole round has left no place empty; from the round
 * `places` on, every shingle at the one place whose turn it is. Expected cost O(shingles + places · log places) a text, where a
 * hash function for every place costs their product. The hash functions follow from the seed.
 */
export function minHash(seed: number, shingleLength: number): MinHash {
  const next = scrambled(seed)
  const start = next()
  const salts = Int32Array.from({ length: 2 * places }, next)
  const least = new Float64Array(places)
  return (text) => {
    const hashes = shingleHashes(text, shingleLength, start)
    least.fill(Infinity)
    let empty = places
    for (let round = 0; empty > 0; round++) {
      const salt = salts[round]!
      for (let at = 0; at < hashes.length; at++) {
        const mixed = finished(hashes[at]! ^ salt)
        const place = round < places ? mixed & (places - 1) : round - places
        // The earlier round wins, so that what fills a place is the least of all that could.
        const value = round * 2 ** 23 + (mixed >>> 9)
        const known = least[place]!
        if (value >= known) continue
        if (known === Infinity) empty -= 1
        least[place] = value
      }
    }
    return Uint8Array.from(least, (value) => finished(value | 0))
  }
}
