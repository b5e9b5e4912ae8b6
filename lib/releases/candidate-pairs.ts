import type { Bands } from './bands'
import { places } from './min-hash'

/** A bucket with more texts than this is compared along its order only. */
const crowd = 64
/** How many that stand after it in such a bucket a text is compared with. */
const neighbours = 32

/**
 * Pairs (by index, lower first, sorted) that share a band and whose signatures agree nearly as often as the threshold asks.
 * A bucket of many texts, such as all that begin with one form letter, would cost the square of its size: there each text is
 * compared only with those whose signatures stand next to its own; `crowded` counts such buckets. At most 2²¹ signatures.
 */
export function candidatePairs(
  signatures: readonly Int32Array[],
  { rows, count }: Bands,
  threshold: number,
): { pairs: [number, number][]; crowded: number } {
  const size = signatures.length
  if (size > 2 ** 21) throw new RangeError('too many texts for one comparison')
  // Four standard deviations below: one in thirty thousand pairs at the threshold has fewer.
  const least = Math.floor(threshold * places - 4 * Math.sqrt(threshold * (1 - threshold) * places))
  const found = new Set<number>()
  let crowded = 0
  const look = (one: number, other: number) => {
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = a * size + b
    if (!found.has(key) && agreement(signatures[a]!, signatures[b]!) >= least) found.add(key)
  }
  const keyed = new Float64Array(size)
  for (let band = 0; band < count; band++) {
    // Hash and index in one number, so that sorting is the engine's own.
    for (let at = 0; at < size; at++) keyed[at] = bandHash(signatures[at]!, band * rows, rows) * 2 ** 21 + at
    keyed.sort()
    for (let start = 0, end = 0; start < size; start = end) {
      const hash = Math.floor(keyed[start]! / 2 ** 21)
      for (end = start + 1; end < size && Math.floor(keyed[end]! / 2 ** 21) === hash;) end += 1
      if (end - start === 1) continue
      const bucket = Array.from(keyed.subarray(start, end), (key) => key % 2 ** 21)
      const isCrowded = bucket.length > crowd
      if (isCrowded) {
        crowded += 1
        bucket.sort((a, b) => bySignature(signatures[a]!, signatures[b]!, band * rows) || a - b)
      }
      const reach = isCrowded ? neighbours : bucket.length
      for (let one = 0; one < bucket.length; one++)
        for (let other = one + 1; other < Math.min(bucket.length, one + 1 + reach); other++)
          look(bucket[one]!, bucket[other]!)
    }
  }
  const pairs = [...found].sort((a, b) => a - b).map((key): [number, number] => [Math.floor(key / size), key % size])
  return { pairs, crowded }
}

function agreement(one: Int32Array, other: Int32Array): number {
  let equal = 0
  for (let place = 0; place < places; place++) if (one[place] === other[place]) equal += 1
  return equal
}

function bandHash(signature: Int32Array, from: number, rows: number): number {
  let hash = 0
  for (let place = from; place < from + rows; place++) {
    hash = Math.imul(hash ^ signature[place]!, 0x85_eb_ca_6b)
    hash ^= hash >>> 15
  }
  return hash >>> 0
}

/** Lexicographic, beginning at a place and going round: texts next to each other agree in most of what follows their band. */
function bySignature(one: Int32Array, other: Int32Array, from: number): number {
  for (let step = 0; step < places; step++) {
    const place = (from + step) % places
    if (one[place] !== other[place]) return one[place]! - other[place]!
  }
  return 0
}
