import { seedOfText } from '@/lib/stats/seed-of-text'

const bits = 2 ** 24
const probes = 4

/**
 * Values by name, no more than `most` at a time, however many names come by. Where one is too many, the half that `inOrder` puts last makes
 * room and is not followed again, so that whatever is followed was followed from its first coming and all of it is told. Names that
 * made room are known by a filter of 2 MiB (Bloom 1970, doi:10.1145/362686.362692): of a million of them it takes 2 in 1,000 new names
 * for one, and these are not followed either. Amortised O(log most) a name.
 */
export class Followed<Value> {
  readonly #values = new Map<string, Value>()
  #gone: Uint32Array | null = null
  /** How many made room. */
  leftOut = 0

  constructor(
    readonly most: number,
    readonly inOrder: (entries: [name: string, value: Value][]) => [name: string, value: Value][],
  ) {}

  /** Null for a name that is not followed. */
  of(name: string, make: () => Value): Value | null {
    const known = this.#values.get(name)
    if (known !== undefined) return known
    if (this.#gone && placesOf(name).every((at) => (this.#gone![at >>> 5]! >>> (at & 31)) & 1)) return null
    if (this.#values.size >= this.most) this.#makeRoom()
    const made = make()
    this.#values.set(name, made)
    return made
  }

  entries(): [name: string, value: Value][] {
    return [...this.#values]
  }

  #makeRoom(): void {
    this.#gone ??= new Uint32Array(bits / 32)
    for (const [name] of this.inOrder(this.entries()).slice(Math.floor(this.most / 2))) {
      for (const at of placesOf(name)) this.#gone[at >>> 5]! |= 1 << (at & 31)
      this.#values.delete(name)
      this.leftOut += 1
    }
  }
}

/** Two hashes stand for all (Kirsch and Mitzenmacher 2006). */
function placesOf(name: string): number[] {
  const [first, second] = [seedOfText(name), seedOfText(`${name}\0`) | 1]
  return Array.from({ length: probes }, (_, nth) => (first + Math.imul(nth, second)) >>> 8)
}
