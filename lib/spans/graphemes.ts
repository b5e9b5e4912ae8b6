import type { CodePoints } from './code-points'
import { edgeAtOrAfter, edgeAtOrBefore, type Edges } from './edges'
import type { Interval } from './interval'

/** The rule is Unicode's own and the same in every language, so the locale does not matter. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Two or more characters that never join each other: no mark, joiner, Hangul, regional indicator, CR, or anything astral.
 * Intl.Segmenter takes about 5 µs a character; without this a long text would open visibly late.
 */
const plainRun =
  // oxlint-disable-next-line no-control-regex -- control characters are texts too
  /[\0-\f\x0e-\u02ff\u0370-\u0482\u048a-\u052f\u05d0-\u05ea\u0621-\u064a\u0671-\u06d3\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u20cf\u2100-\u23ff\u3000-\u3029\u3031-\u3096\u309b-\u30ff\u3400-\u9fff\uff01-\uff9d]{2,}/g

/** The edges of what a person sees as one character, in code points. Build once per text: O(length). */
export function graphemesOf(points: CodePoints): Edges {
  const { text, length } = points
  const edges = new Uint32Array(length + 1)
  let count = 0
  let pairs = 0
  // Both ends are sure edges, so cutting here gives what cutting the whole text would.
  const cut = (from: number, to: number) => {
    if (to - from === 1) edges[count++] = from - pairs
    else if (to > from) {
      for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
        edges[count++] = from + index - pairs
        if (segment.length > 1) pairs += segment.length - [...segment].length
      }
    }
  }
  let done = 0
  for (const { 0: run, index } of text.matchAll(plainRun)) {
    // What stands before decides about the run's first edge, what follows about its last; those between are sure.
    cut(done, index + 1)
    done = index + run.length - 1
    for (let at = index + 1; at < done; at++) edges[count++] = at - pairs
  }
  cut(done, text.length)
  edges[count++] = length
  return edges.slice(0, count)
}

/** The smallest interval on grapheme edges that holds this one. A caret stays a caret, before the grapheme it was in. */
export function snapped(graphemes: Edges, { start, end }: Interval): Interval {
  const from = edgeAtOrBefore(graphemes, Math.min(start, end))
  return { start: from, end: start === end ? from : edgeAtOrAfter(graphemes, Math.max(start, end)) }
}
