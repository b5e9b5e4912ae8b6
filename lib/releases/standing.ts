import { pairKey } from './candidate-pairs'
import { Clusters } from './clusters'

/** In how many pairs a text is listed before others of its own cluster are passed over. */
const mostListed = 5
/** How many comparisons a text has that find nothing. */
const mostVain = 256
/** Keys a set holds: the engine's sets end at 2²⁴. */
const textsPerSet = 2 ** 14

/**
 * What is known of texts while pairs of them are compared. Bounds both what is listed, at 3.5 pairs a text, and what is
 * compared in vain, at 128 a text, however alike all texts are: a pair whose texts hang together already by listed pairs is
 * passed over when one of them is listed often enough.
 */
export class Standing {
  readonly #clusters: Clusters
  readonly #listed: Uint8Array
  readonly #vain: Uint16Array
  readonly #passed: Uint8Array
  readonly #dismissed = new Set<number>()
  /** By the lower index of a pair. */
  readonly #seen: Set<number>[] = []
  #crowded = 0
  compared = 0

  constructor(ids: readonly string[], notDuplicates: readonly { a: string; b: string }[]) {
    this.#clusters = new Clusters(ids.length)
    this.#listed = new Uint8Array(ids.length)
    this.#vain = new Uint16Array(ids.length)
    this.#passed = new Uint8Array(ids.length)
    const numbers = new Map(notDuplicates.length ? ids.map((id, number) => [id, number]) : [])
    for (const { a, b } of notDuplicates) {
      const [one, other] = [numbers.get(a), numbers.get(b)]
      if (one !== undefined && other !== undefined) this.#dismissed.add(pairKey(one, other))
    }
  }

  /** Nothing would be learnt from comparing them, or nothing may be. */
  isSettled(one: number, other: number): boolean {
    if (this.#dismissed.size && this.#dismissed.has(pairKey(one, other))) return true
    return this.#isPassedOver(one, other) || this.#vain[one]! >= mostVain || this.#vain[other]! >= mostVain
  }

  /** Whether they are compared for the first time, which is what they are from now on. */
  isNew(one: number, other: number): boolean {
    const set = (this.#seen[Math.floor(Math.min(one, other) / textsPerSet)] ??= new Set())
    const before = set.size
    if (set.add(pairKey(one, other)).size === before) return false
    this.compared += 1
    return true
  }

  compareInVain(one: number, other: number): void {
    this.#vain[one] = Math.min(mostVain, this.#vain[one]! + 1)
    this.#vain[other] = Math.min(mostVain, this.#vain[other]! + 1)
  }

  /** Near-duplicates. @returns whether the pair is listed: it holds texts together, or neither is listed often yet. */
  join(one: number, other: number): boolean {
    if (this.#isPassedOver(one, other)) return false
    this.#clusters.join(one, other)
    this.#listed[one] = Math.min(mostListed, this.#listed[one]! + 1)
    this.#listed[other] = Math.min(mostListed, this.#listed[other]! + 1)
    return true
  }

  #isPassedOver(one: number, other: number): boolean {
    const [full, fullToo] = [this.#listed[one]! >= mostListed, this.#listed[other]! >= mostListed]
    if (!(full || fullToo) || this.#clusters.of(one) !== this.#clusters.of(other)) return false
    if (full) this.#passed[one] = 1
    if (fullToo) this.#passed[other] = 1
    return true
  }

  countCrowd(members: readonly number[]): void {
    const first = this.#clusters.of(members[0]!)
    if (members.some((member) => this.#clusters.of(member) !== first)) this.#crowded += 1
  }

  counts(): { crowded: number; passedOver: number; exhausted: number } {
    return {
      crowded: this.#crowded,
      passedOver: this.#passed.reduce((sum, each) => sum + each, 0),
      exhausted: this.#vain.reduce((sum, each) => sum + (each >= mostVain ? 1 : 0), 0),
    }
  }
}
