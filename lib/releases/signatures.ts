import { places } from './min-hash'

const words = places / 4
const perSlab = 1_024
/** Looked at first: texts that are not alike are told by them. */
const firstWords = words / 4

/** How many agreeing places a pair must have: of the first quarter, and of all. */
export type Least = { first: number; all: number }

/** Many signatures in few pieces of memory, read in an order of one's own. */
export class Signatures {
  readonly #slabs: Int32Array[] = []
  #count = 0
  #order: readonly number[] | null = null

  /** @returns its number. */
  add(signature: Uint8Array): number {
    if (this.#count % perSlab === 0) this.#slabs.push(new Int32Array(perSlab * words))
    const bytes = new Uint8Array(this.#slabs.at(-1)!.buffer)
    bytes.set(signature, (this.#count % perSlab) * places)
    return this.#count++
  }

  /** From now on number n is the one that was added as `numbers[n]`; those not named are gone. */
  arrange(numbers: readonly number[]): void {
    this.#order = numbers
  }

  get count(): number {
    return this.#order?.length ?? this.#count
  }

  /** The byte at a place. */
  at(number: number, place: number): number {
    return (this.#slab(number)[this.#offset(number) + (place >>> 2)]! >>> ((place & 3) << 3)) & 0xff
  }

  /** In how many places two agree; -1 as soon as they cannot reach what is asked for. */
  agreement(one: number, other: number, least: Least): number {
    const [a, b] = [this.#slab(one), this.#slab(other)]
    const [fromA, fromB] = [this.#offset(one), this.#offset(other)]
    let unlike = 0
    for (let word = 0; word < words; word++) {
      if (word === firstWords && places / 4 - unlike < least.first) return -1
      const differing = a[fromA + word]! ^ b[fromB + word]!
      // The highest bit of each byte that is not zero, and how many there are of them.
      const marks = (((differing & 0x7f_7f_7f_7f) + 0x7f_7f_7f_7f) | differing) & 0x80_80_80_80
      unlike += Math.imul(marks >>> 7, 0x01_01_01_01) >>> 24
    }
    return places - unlike >= least.all ? places - unlike : -1
  }

  /** Lexicographic, beginning at a word and going round. */
  compare(one: number, other: number, from: number): number {
    const [a, b] = [this.#slab(one), this.#slab(other)]
    const [fromA, fromB] = [this.#offset(one), this.#offset(other)]
    for (let step = 0; step < words; step++) {
      const word = (from + step) % words
      const [mine, its] = [a[fromA + word]!, b[fromB + word]!]
      if (mine !== its) return mine < its ? -1 : 1
    }
    return 0
  }

  #slab(number: number): Int32Array {
    return this.#slabs[Math.floor((this.#order?.[number] ?? number) / perSlab)]!
  }

  #offset(number: number): number {
    return ((this.#order?.[number] ?? number) % perSlab) * words
  }
}
