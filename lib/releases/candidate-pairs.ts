import { places } from './min-hash'
import type { Probes } from './probes'
import { finished, scrambled } from './shingle-hashes'
import type { Signatures } from './signatures'

/** A bucket with more texts than this is compared along its order only. */
const crowd = 256
/** How many that stand after it in such a bucket a text is compared with. */
const neighbours = 64
/** Pairs handed over together. */
const pairsPerPiece = 2 ** 18

export const mostTexts = 2 ** 20

/** A pair's number, the lower index first. */
export const pairKey = (one: number, other: number): number => (one < other ? one * mostTexts + other : other * mostTexts + one)

export type Looking = {
  seed: number
  /** Asked before every look: such a pair is passed over. */
  isSettled: (one: number, other: number) => boolean
  /** Told of a bucket so full that only neighbours in it were compared, when its pairs have been handed over. */
  onCrowd: (members: readonly number[]) => void
}

/**
 * Pairs whose signatures agree in every place of a probe and often enough as a whole; probe by probe, in pieces in which those
 * that agree most come first, then by index. A pair that several probes find comes several times. A bucket of many texts, such
 * as all that begin with one form letter, would cost the square of its size: there each text is compared only with those whose
 * signatures stand next to its own. At most `mostTexts` signatures. Yields null after each probe.
 */
export function* candidatePairs(
  signatures: Signatures,
  { rows, count, least }: Probes,
  { seed, isSettled, onCrowd }: Looking,
): Generator<{ one: number; other: number }[] | null> {
  const size = signatures.count
  if (size > mostTexts) throw new RangeError('too many texts for one comparison')
  const next = scrambled(seed)
  const order = Uint16Array.from({ length: places }, (_, place) => place)
  const keyed = new Float64Array(size)
  const found = new Float64Array(pairsPerPiece)
  for (let probe = 0; probe < count; probe++) {
    const drawn = drawFirst(order, rows, next)
    // Hash and index in one number, so that sorting is the engine's own.
    for (let at = 0; at < size; at++) keyed[at] = hashOf(signatures, at, drawn) * mostTexts + at
    keyed.sort()
    const crowds: number[][] = []
    let held = 0
    for (let start = 0, end = 0; start < size; start = end) {
      const hash = Math.floor(keyed[start]! / mostTexts)
      for (end = start + 1; end < size && Math.floor(keyed[end]! / mostTexts) === hash;) end += 1
      if (end - start === 1) continue
      const bucket = Array.from(keyed.subarray(start, end), (key) => key % mostTexts)
      const isCrowded = bucket.length > crowd
      if (isCrowded) {
        crowds.push(bucket)
        bucket.sort((a, b) => signatures.compare(a, b, probe) || a - b)
      }
      const reach = isCrowded ? neighbours : bucket.length
      for (let one = 0; one < bucket.length; one++)
        for (let other = one + 1; other < Math.min(bucket.length, one + 1 + reach); other++) {
          const [a, b] = [bucket[one]!, bucket[other]!]
          if (isSettled(a, b)) continue
          const agreement = signatures.agreement(a, b, least)
          if (agreement < 0) continue
          found[held++] = (places - agreement) * mostTexts ** 2 + pairKey(a, b)
          if (held < pairsPerPiece) continue
          yield bestFirst(found)
          held = 0
        }
    }
    if (held) yield bestFirst(found.subarray(0, held))
    for (const members of crowds) onCrowd(members)
    yield null
  }
}

function bestFirst(found: Float64Array): { one: number; other: number }[] {
  return Array.from(found.sort(), (each) => {
    const key = each % mostTexts ** 2
    return { one: Math.floor(key / mostTexts), other: key % mostTexts }
  })
}

/** Draws `rows` places without replacement, by shuffling them to the front. */
function drawFirst(order: Uint16Array, rows: number, next: () => number): Uint16Array {
  for (let at = 0; at < rows; at++) {
    const other = at + ((next() >>> 0) % (places - at))
    const place = order[at]!
    order[at] = order[other]!
    order[other] = place
  }
  return order.slice(0, rows)
}

function hashOf(signatures: Signatures, number: number, drawn: Uint16Array): number {
  let hash = 0
  for (const place of drawn) hash = Math.imul(hash ^ signatures.at(number, place), 0x5b_d1_e9_95) ^ (hash >>> 15)
  return finished(hash) >>> 0
}
