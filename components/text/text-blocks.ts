import { edgeAtOrAfter, edgeAtOrBefore, type Edges } from '@/lib/spans/edges'
import type { CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { linesOf } from '@/lib/spans/lines'

/** What is painted, and painted again, as one unit. `at` is its start in UTF-16, where the DOM counts. */
export type TextPiece = Interval & { readonly at: number; readonly text: string }

/** One line of the text with its newline: a paragraph on the screen, with a direction of its own. */
export type TextBlock = { readonly at: number; readonly pieces: readonly TextPiece[] }

/** A text without newlines must not be painted again as a whole for one new mark. */
const longestPiece = 600
const lookBack = 120

/**
 * Cuts a text into blocks and these into pieces that join to exactly the text, every cut on a grapheme edge, after a space
 * where one is near. A text that ends in a newline has an empty last block: a caret can stand there.
 */
export function textBlocks(points: CodePoints, graphemes: Edges): TextBlock[] {
  const lines = linesOf(points)
  return lines.map(({ start }, index) => {
    const end = lines[index + 1]?.start ?? points.length
    const pieces: TextPiece[] = []
    for (let from = start; from < end; ) {
      const to = end - from <= longestPiece + lookBack ? end : cutAfter(points, graphemes, from)
      pieces.push({ start: from, end: to, at: points.toUtf16(from), text: points.slice(from, to) })
      from = to
    }
    return { at: points.toUtf16(start), pieces }
  })
}

function cutAfter(points: CodePoints, graphemes: Edges, from: number): number {
  const limit = from + longestPiece
  const space = /\s(?=\S*$)/u.exec(points.slice(limit - lookBack, limit))
  const wanted = space ? points.toCodePoint(points.toUtf16(limit - lookBack) + space.index + 1) : limit
  const edge = edgeAtOrBefore(graphemes, wanted)
  return edge > from ? edge : edgeAtOrAfter(graphemes, wanted)
}
