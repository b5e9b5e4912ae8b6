import type { CodePoints } from './code-points'
import { edgeAtOrAfter, edgeAtOrBefore, type Edges } from './edges'
import type { Interval } from './interval'

/** The rule is Unicode's own and the same in every language, so the locale does not matter. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Nothing below U+0300 joins its neighbour, but for CR LF. */
const plain = /^[^\r\u0300-\u{10ffff}]*$/u

/** The edges of what a person sees as one character. Build once per text: O(length). */
export function graphemesOf(points: CodePoints): Edges {
  const { text, length } = points
  if (plain.test(text)) return Uint32Array.from({ length: length + 1 }, (_, at) => at)
  const edges = new Uint32Array(length + 1)
  let count = 0
  let astral = 0
  let end = 0
  for (const { segment, index } of segmenter.segment(text)) {
    edges[count++] = index - astral
    end = index + segment.length
    // Counting on the way beats a lookup per grapheme.
    for (let at = 0; at + 1 < segment.length; at++) {
      if ((segment.codePointAt(at) ?? 0) > 0xffff) {
        astral++
        at++
      }
    }
  }
  edges[count++] = end - astral
  return edges.slice(0, count)
}

/** The smallest interval on grapheme edges that holds this one. A caret stays a caret, before the grapheme it was in. */
export function snapped(graphemes: Edges, { start, end }: Interval): Interval {
  const from = edgeAtOrBefore(graphemes, Math.min(start, end))
  return { start: from, end: start === end ? from : edgeAtOrAfter(graphemes, Math.max(start, end)) }
}
