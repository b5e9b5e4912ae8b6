import { shingleHashes } from './shingle-hashes'
import { comparable } from './shingles'

/** Numbers held at most for texts that come again: 64 MB. */
const mostHeld = 2 ** 24

/** The shingles of texts as sorted numbers, kept while there is room: what is asked for twice is mostly made once. */
export class ShingleSets {
  readonly #sets = new Map<number, Int32Array>()
  #held = 0

  constructor(
    private readonly shingleLength: number,
    private readonly textsOf: (numbers: readonly number[]) => Promise<readonly string[]>,
  ) {}

  async of(numbers: readonly number[]): Promise<Map<number, Int32Array>> {
    const given = new Map<number, Int32Array>()
    const missing: number[] = []
    for (const number of new Set(numbers)) {
      const known = this.#sets.get(number)
      if (known) given.set(number, known)
      else missing.push(number)
    }
    const texts = missing.length ? await this.textsOf(missing) : []
    for (const [at, number] of missing.entries()) {
      const set = distinct(shingleHashes(comparable(texts[at]!), this.shingleLength, 0))
      given.set(number, set)
      this.#keep(number, set)
    }
    return given
  }

  #keep(number: number, set: Int32Array): void {
    this.#sets.set(number, set)
    this.#held += set.length
    for (const [oldest, its] of this.#sets) {
      if (this.#held <= mostHeld) break
      this.#sets.delete(oldest)
      this.#held -= its.length
    }
  }
}

function distinct(hashes: Int32Array): Int32Array {
  hashes.sort()
  let count = 0
  for (let at = 0; at < hashes.length; at++) if (at === 0 || hashes[at] !== hashes[at - 1]) hashes[count++] = hashes[at]!
  return hashes.slice(0, count)
}

/** Whether the Jaccard index of two sorted sets is at least this; looks no further than it takes to know. */
export function areNear(one: Int32Array, other: Int32Array, least: number): boolean {
  const together = one.length + other.length
  let shared = 0
  let mayDiffer = together - 2 * Math.ceil((least * together) / (1 + least) - 1e-9)
  let [a, b] = [0, 0]
  while (a < one.length && b < other.length && mayDiffer >= 0) {
    const [mine, its] = [one[a]!, other[b]!]
    if (mine === its) shared += 1
    else mayDiffer -= 1
    if (mine <= its) a += 1
    if (its <= mine) b += 1
  }
  return shared >= least * (together - shared)
}
