import { places } from './min-hash'
import { scrambled } from './shingle-hashes'
import type { Least, Signatures } from './signatures'

/** The least chance with which a pair of exactly the threshold's similarity is found. */
const leastRecall = 0.998
/** The chance that a pair at the threshold agrees in fewer places than it must: of all, and of the first quarter. Together less than recall may lose. */
const missed = { all: 7e-4, first: 3e-5 }
const mostProbes = 400
const mostRows = 40
/** Pairs by which it is judged how alike the texts are as a whole. */
const sampledPairs = 20_000
/** How many others a text may stand with in a bucket, on average. */
const mates = 32
/** What a text's place in the order of a probe costs, in looks at a pair. */
const looksPerText = 4

export type Probes = {
  /** Places that must be equal for two texts to be looked at. */
  rows: number
  /** How often other places are drawn. */
  count: number
  least: Least
  recall: number
}

/** How many places a pair at the threshold must agree in to be compared: as many as all but a few such pairs have, exactly (binomial). */
function leastAgreement(threshold: number): Least {
  const lowest = (trials: number, most: number) => {
    const chances = binomial(trials, threshold)
    let [below, least] = [0, 0]
    while (least < trials && below + chances[least]! <= most) below += chances[least++]!
    return least
  }
  return { all: lowest(places, missed.all), first: lowest(places / 4, missed.first) }
}

/**
 * The chance that a pair at the threshold is found: that its signatures agree often enough, and that in one probe at least they
 * agree in all its places, which are drawn without replacement. A lower bound: greater for every pair above the threshold.
 */
export const recallOf = (threshold: number, rows: number, count: number): number => recallBy(threshold)(allEqual(rows), count)

/**
 * The rows and the number of probes that find a pair at the threshold with `leastRecall` at the least expense on these texts,
 * by how alike a sample of their pairs is: the more alike they are, the more rows. Follows from the signatures and the seed.
 */
export function planProbes(signatures: Signatures, threshold: number, seed: number): Probes {
  const alike = sampled(signatures, seed)
  const recall = recallBy(threshold)
  const size = signatures.count
  const least = leastAgreement(threshold)
  let best: Probes | null = null
  let leastCost = Infinity
  for (let rows = 1; rows <= mostRows; rows++) {
    const equal = allEqual(rows)
    const count = fewestProbes((probes) => recall(equal, probes))
    if (count === null) break
    const met = size * alike.reduce((sum, share, places) => sum + share * equal[places]!, 0)
    const cost = count * (looksPerText + met / 2)
    // Where buckets would be crowded however it is cut, the finest cut crowds least.
    if (best && cost >= leastCost && met <= mates) continue
    if (met <= mates) leastCost = cost
    best = { rows, count, least, recall: recall(equal, count) }
    if (met < looksPerText / 4) break
  }
  if (!best) throw new Error('one row always finds what there is')
  return best
}

function recallBy(threshold: number): (equal: Float64Array, count: number) => number {
  const { all, first } = leastAgreement(threshold)
  const agreeing = binomial(places, threshold)
  const unseen = binomial(places / 4, threshold).subarray(0, first).reduce((sum, chance) => sum + chance, 0)
  return (equal, count) => {
    let recall = -unseen
    for (let at = all; at <= places; at++) recall += agreeing[at]! * (1 - (1 - equal[at]!) ** count)
    return recall
  }
}

/** The fewest probes that reach the recall; null: too many. */
function fewestProbes(recallWith: (count: number) => number): number | null {
  if (recallWith(mostProbes) < leastRecall) return null
  let [low, high] = [1, mostProbes]
  while (low < high) {
    const middle = (low + high) >> 1
    if (recallWith(middle) >= leastRecall) high = middle
    else low = middle + 1
  }
  return low
}

/** By the number of equal places: the chance that `rows` places drawn without replacement are all among them. */
function allEqual(rows: number): Float64Array {
  return Float64Array.from({ length: places + 1 }, (_, equal) => {
    let chance = 1
    for (let row = 0; row < rows; row++) chance *= Math.max(0, equal - row) / (places - row)
    return chance
  })
}

/** By the number of equal places, which part of all pairs has it: of a sample of them. */
function sampled(signatures: Signatures, seed: number): Float64Array {
  const size = signatures.count
  const shares = new Float64Array(places + 1)
  if (size < 2) return shares
  const next = scrambled(seed)
  const drawn = Math.min(sampledPairs, size ** 2)
  for (let pair = 0; pair < drawn; pair++) {
    const one = (next() >>> 0) % size
    const other = (one + 1 + ((next() >>> 0) % (size - 1))) % size
    const equal = signatures.agreement(one, other, { all: 0, first: 0 })
    shares[equal] = shares[equal]! + 1 / drawn
  }
  return shares
}

/** The chances of 0 to `trials` successes. */
function binomial(trials: number, chance: number): Float64Array {
  const chances = new Float64Array(trials + 1)
  if (chance === 1) {
    chances[trials] = 1
    return chances
  }
  let logarithm = trials * Math.log(1 - chance)
  for (let successes = 0; successes <= trials; successes++) {
    chances[successes] = Math.exp(logarithm)
    logarithm += Math.log((trials - successes) / (successes + 1)) + Math.log(chance / (1 - chance))
  }
  return chances
}
