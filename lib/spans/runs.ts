import type { Interval } from './interval'
import { lanesOf } from './lanes'

/** A stretch of text over which the same spans lie, to be painted as one piece. */
export type Run = Interval & {
  /** Indices into the spans given, by lane. */
  covers: number[]
}

/**
 * Cuts `[0, length)` at every span's edges into runs that partition it, and gives every span a lane of its own among those
 * that overlap it. Parts of spans outside the text are not painted; empty spans cut nothing.
 * O(n log n + runs · depth).
 */
export function runsOf(length: number, spans: readonly Interval[]): { runs: Run[]; lanes: number[] } {
  const lanes = lanesOf(spans)
  const opening = new Map<number, number[]>()
  const edges = new Set([0, length])
  spans.forEach(({ start, end }, index) => {
    const from = Math.max(0, start)
    const to = Math.min(length, end)
    if (from >= to) return
    edges.add(from).add(to)
    const here = opening.get(from)
    if (here) here.push(index)
    else opening.set(from, [index])
  })

  const runs: Run[] = []
  let covers: number[] = []
  const cuts = [...edges].sort((a, b) => a - b)
  for (let cut = 0; cut + 1 < cuts.length; cut++) {
    const start = cuts[cut]!
    const opened = opening.get(start) ?? []
    const kept = covers.filter((index) => spans[index]!.end > start)
    if (opened.length > 0) covers = [...kept, ...opened].sort((a, b) => lanes[a]! - lanes[b]!)
    else covers = kept
    runs.push({ start, end: cuts[cut + 1]!, covers })
  }
  return { runs, lanes }
}
