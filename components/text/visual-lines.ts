import type { Edges } from '@/lib/spans/edges'

/** Where a caret would be drawn; any unit, as long as `top` grows downwards. */
export type CaretBox = { readonly x: number; readonly top: number; readonly bottom: number }

/** `upstream`: at a wrap, the end of the upper line instead of the start of the lower one. */
export type BoxAt = (offset: number, upstream?: boolean) => CaretBox

export type CaretPlace = { readonly offset: number; readonly upstream: boolean }

/** `wraps`: the line ends because the screen does, so that its end is also the start of the next. */
type VisualLine = { readonly first: number; readonly last: number; readonly wraps: boolean }

/**
 * The caret and the lines of the screen, from boxes alone: no assumption about fonts or directions but that lines come in
 * the text's order from top to bottom. Each question costs O(log text + line) boxes.
 */
export function visualLines(
  edges: Edges,
  boxAt: BoxAt,
  isNewline: (start: number) => boolean,
  /** The screen's own guess of what is nearest to a point; saves asking for every box of a line, and is never trusted. */
  guess: (x: number, y: number) => number | null = () => null,
) {
  const boxOf = (index: number) => boxAt(edges[index]!)

  /** How many edges stand on a line above `y` (or, with `through`, above or at it). */
  const edgesAbove = (y: number, through: boolean): number => {
    let low = 0
    let high = edges.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const { top, bottom } = boxOf(middle)
      if (through ? top <= y : bottom <= y) low = middle + 1
      else high = middle
    }
    return low
  }
  const lineAtY = (y: number): VisualLine => {
    const first = Math.min(edgesAbove(y, false), edges.length - 1)
    const box = boxOf(first)
    const after = Math.max(edgesAbove((box.top + box.bottom) / 2, true), first + 1)
    if (after >= edges.length) return { first, last: edges.length - 1, wraps: false }
    const newline = isNewline(edges[after - 1]!)
    return { first, last: newline ? after - 1 : after, wraps: !newline }
  }
  const middleOf = ({ top, bottom }: CaretBox) => (top + bottom) / 2
  const lineOf = ({ offset, upstream }: CaretPlace) => lineAtY(middleOf(boxAt(offset, upstream)))

  const placeOn = (line: VisualLine, x: number): CaretPlace => {
    const first = edges[line.first]!
    const last = edges[line.last]!
    const guessed = guess(x, middleOf(boxOf(line.first)))
    if (guessed !== null && guessed > first && guessed < last) return { offset: guessed, upstream: false }
    let best: CaretPlace = { offset: edges[line.first]!, upstream: false }
    let nearest = Infinity
    for (let index = line.first; index <= line.last; index++) {
      const upstream = index === line.last && line.wraps
      const distance = Math.abs(boxAt(edges[index]!, upstream).x - x)
      if (distance < nearest) [nearest, best] = [distance, { offset: edges[index]!, upstream }]
    }
    return best
  }
  const textEnd = (): CaretPlace => ({ offset: edges.at(-1)!, upstream: false })

  return {
    lineStart: (from: CaretPlace): CaretPlace => ({ offset: edges[lineOf(from).first]!, upstream: false }),
    lineEnd: (from: CaretPlace): CaretPlace => {
      const { last, wraps } = lineOf(from)
      return { offset: edges[last]!, upstream: wraps }
    },
    /** One line up or down, as near to `x` as it goes; at the first or last line the end of the text. */
    lineMoved: (from: CaretPlace, x: number, forward: boolean): CaretPlace => {
      const line = lineOf(from)
      if (forward) {
        const next = line.wraps ? line.last : line.last + 1
        return next >= edges.length ? textEnd() : placeOn(lineAtY(middleOf(boxOf(next))), x)
      }
      if (line.first === 0) return { offset: 0, upstream: false }
      return placeOn(lineAtY(middleOf(boxOf(line.first - 1))), x)
    },
    /** The line `distance` further down (or up, when negative), as near to `x` as it goes. */
    distanceMoved: (from: CaretPlace, x: number, distance: number): CaretPlace => {
      const y = middleOf(boxAt(from.offset, from.upstream)) + distance
      if (y < boxOf(0).top) return { offset: 0, upstream: false }
      if (y > boxOf(edges.length - 1).bottom) return textEnd()
      return placeOn(lineAtY(y), x)
    },
    /** What a screen reader should hear of the line. */
    lineText: (from: CaretPlace): { start: number; end: number } => {
      const { first, last } = lineOf(from)
      return { start: edges[first]!, end: edges[last]! }
    },
  }
}
