import type { Resampling } from '@/lib/stats/bootstrap'
import { ItemSums } from '@/lib/stats/resampled-sums'
import { asPart, type Steps } from '@/lib/stats/steps'

/** Numbers held at once of what is resampled: 64 MB. What is more comes in several passes over the same draws. */
const mostNumbers = 8_000_000
/** Items between two steps while they are laid out. */
export const itemsAStep = 5_000

/** What a group adds up to; `largest`: the most that one item is in each column. */
export type GroupSums = { items: number; sums: Float64Array; largest: Float64Array }
export type GroupItems = { items: readonly number[]; kinds: readonly number[] }
/** A group's sums in a replicate, written into `into`. */
export type Replicate = (nth: number, into: Float64Array) => void

/**
 * Whole numbers in columns that items have in groups, an item in several of them with the same numbers or with others. Groups
 * are numbered in the order in which they come. Items that have the same numbers are of one kind, which is kept once.
 */
export class TallySample {
  readonly #numbers: (readonly number[])[] = []
  readonly #kinds = new Map<string, number>()
  readonly #groups: GroupItems[] = []

  constructor(
    readonly items: number,
    readonly columns: number,
  ) {}

  /** The kind of numbers that goes by that key; they are asked for where it is a new one. */
  kindOf(key: string, numbers: () => readonly number[]): number {
    const known = this.#kinds.get(key)
    if (known !== undefined) return known
    this.#kinds.set(key, this.#numbers.length)
    return this.#numbers.push(numbers()) - 1
  }

  /** The next group: its items, in ascending order, and of which kind each is in it. */
  addGroup(of: GroupItems): void {
    this.#groups.push(of)
  }

  sumsOf(group: number): GroupSums {
    const [sums, largest] = [new Float64Array(this.columns), new Float64Array(this.columns)]
    const { kinds } = this.#groups[group]!
    const times = new Uint32Array(this.#numbers.length)
    for (const kind of kinds) times[kind]! += 1
    for (let kind = 0; kind < times.length; kind++)
      if (times[kind] !== 0)
        this.#numbers[kind]!.forEach((number, column) => {
          sums[column]! += times[kind]! * number
          largest[column] = Math.max(largest[column]!, number)
        })
    return { items: kinds.length, sums, largest }
  }

  /** By groups as many as fit at once: their replicates, all from the same draws of items. Calls `take` for every group. */
  *resampled(groups: readonly number[], resampling: Resampling, take: (group: number, replicate: Replicate) => void): Steps<void> {
    // Where few kinds of numbers occur, counting how often each does is less to add than the numbers are.
    const byKind = this.#numbers.length <= this.columns
    const width = byKind ? Math.max(1, this.#numbers.length) : this.columns
    const atOnce = Math.max(1, Math.floor(mostNumbers / (resampling.resamples * width)))
    const passes = Math.ceil(groups.length / atOnce)
    for (let pass = 0; pass < passes; pass++) {
      const wanted = groups.slice(pass * atOnce, (pass + 1) * atOnce)
      const laidOut = yield* asPart(this.#laidOut(wanted, width, byKind), pass / passes, pass / passes)
      const cells = laidOut.cells
      const replicates = yield* asPart(laidOut.resampled(resampling), pass / passes, (pass + 0.9) / passes)
      for (const [nth, group] of wanted.entries()) {
        take(group, (replicate, into) => {
          const own = replicates.subarray(replicate * cells + nth * width, replicate * cells + (nth + 1) * width)
          if (!byKind) return into.set(own)
          into.fill(0)
          own.forEach((times, kind) => times !== 0 && this.#numbers[kind]!.forEach((number, column) => (into[column]! += times * number)))
        })
        yield (pass + 0.9 + (0.1 * (nth + 1)) / wanted.length) / passes
      }
    }
  }

  *#laidOut(groups: readonly number[], width: number, byKind: boolean): Steps<ItemSums> {
    const sums = new ItemSums(groups.length * width)
    const entries = groups.map((group) => this.#groups[group]!)
    const next = new Uint32Array(groups.length)
    const [cells, amounts]: [number[], number[]] = [[], []]
    for (let item = 0; item < this.items; item++) {
      cells.length = amounts.length = 0
      for (let nth = 0; nth < entries.length; nth++) {
        const { items, kinds } = entries[nth]!
        if (items[next[nth]!] !== item) continue
        const kind = kinds[next[nth]!]!
        next[nth]! += 1
        if (byKind) {
          cells.push(nth * width + kind)
          amounts.push(1)
        } else
          this.#numbers[kind]!.forEach((number, column) => {
            if (number === 0) return
            cells.push(nth * width + column)
            amounts.push(number)
          })
      }
      sums.add(cells, amounts)
      if (item % itemsAStep === itemsAStep - 1) yield 0
    }
    return sums
  }
}
