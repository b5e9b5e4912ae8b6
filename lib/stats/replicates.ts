import type { Resampling } from './bootstrap'
import { sfc32State } from './sfc32-state'

/**
 * The replicates of a bootstrap by item: `size` items drawn with replacement, as often as `resamples` says; of each replicate how
 * often every group of interchangeable items was drawn (the array is used again for the next one).
 *
 * The draws are those of `seededRandom(seed)`, `floor(random() · size)` each, and depend on `size` and the seed alone: whatever is
 * resampled over the same items in the same order sees the same draws, whichever items it holds for interchangeable.
 *
 * Source: Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13. O(resamples · (size + groups)).
 */
export function* replicatesOf(groupOf: ArrayLike<number>, groups: number, { seed, resamples }: Resampling): Generator<Float64Array, void, void> {
  const state = sfc32State(seed)
  // Half the bytes where they suffice: the look-ups are random, and a hundred thousand of them shall stay in the cache.
  const fixed = groups <= 1 << 16 ? Uint16Array.from(groupOf) : Uint32Array.from(groupOf)
  const counts = new Float64Array(groups)
  for (let nth = 0; nth < resamples; nth++) {
    counts.fill(0)
    drawInto(counts, fixed, state)
    yield counts
  }
}

/** sfc32 once more, written out: a call and a boxed number a draw would be half of the time. */
function drawInto(counts: Float64Array, groupOf: Uint16Array | Uint32Array, state: Int32Array): void {
  let [a, b, c, counter] = [state[0]!, state[1]!, state[2]!, state[3]!]
  const scale = groupOf.length / 4_294_967_296
  for (let draw = 0; draw < groupOf.length; draw++) {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    const group = groupOf[Math.floor((sum >>> 0) * scale)]!
    counts[group] = counts[group]! + 1
  }
  state.set([a, b, c, counter])
}
