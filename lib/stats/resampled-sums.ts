import type { Resampling } from './bootstrap'
import { replicatesOf } from './replicates'
import type { Steps } from './steps'

/** About so many additions, or draws, between two steps: some milliseconds. */
const sliceOfWork = 500_000

/**
 * What items add to sums, as it passes by: each item some whole numbers to some cells. Items that add the same are kept once.
 * Their sums can then be resampled, all cells by the same draws of items.
 */
export class ItemSums {
  readonly #kindOf: number[] = []
  readonly #kinds = new Map<string, number>()
  readonly #start = [0]
  readonly #cell: number[] = []
  readonly #amount: number[] = []

  constructor(readonly cells: number) {}

  /** The next item: what it adds to which cells. */
  add(cells: readonly number[], amounts: readonly number[]): void {
    const key = `${cells.join()};${amounts.join()}`
    let kind = this.#kinds.get(key)
    if (kind === undefined) {
      kind = this.#kinds.size
      this.#kinds.set(key, kind)
      for (let nth = 0; nth < cells.length; nth++) {
        this.#cell.push(cells[nth]!)
        this.#amount.push(amounts[nth]!)
      }
      this.#start.push(this.#cell.length)
    }
    this.#kindOf.push(kind)
  }

  /**
   * The cells' sums in every replicate, one replicate after the other. The draws depend on the number of items and the seed alone
   * (replicates.ts). O(resamples · (items + additions of different items)); memory: resamples · cells.
   */
  *resampled(resampling: Resampling): Steps<Float64Array> {
    const sums = new Float64Array(resampling.resamples * this.cells)
    const [start, cell, amount] = [Uint32Array.from(this.#start), Uint32Array.from(this.#cell), Float64Array.from(this.#amount)]
    const work = this.#kindOf.length + cell.length
    let [nth, done] = [0, 0]
    for (const times of replicatesOf(this.#kindOf, this.#kinds.size, resampling)) {
      addUp(sums.subarray(nth * this.cells, (nth + 1) * this.cells), times, start, cell, amount)
      nth += 1
      if ((done += work) < sliceOfWork) continue
      done = 0
      yield nth / resampling.resamples
    }
    return sums
  }
}

function addUp(into: Float64Array, times: Float64Array, start: Uint32Array, cell: Uint32Array, amount: Float64Array): void {
  for (let kind = 0; kind < times.length; kind++) {
    const drawn = times[kind]!
    if (drawn === 0) continue
    for (let at = start[kind]!; at < start[kind + 1]!; at++) into[cell[at]!] = into[cell[at]!]! + drawn * amount[at]!
  }
}
