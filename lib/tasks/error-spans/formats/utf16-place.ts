import type { RowProblem } from '@/lib/formats/item-row'
import type { CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/** A place given in UTF-16 units, in code points; a problem where it is outside the text or would split a character. */
export function utf16Place(points: CodePoints, start: unknown, end: unknown, field: string): Interval | RowProblem {
  const [from, to] = [edgeOf(points, start), edgeOf(points, end)]
  if (from === null || to === null || from >= to) return { field, reason: 'outside-the-text' }
  return { start: from, end: to }
}

function edgeOf(points: CodePoints, offset: unknown): number | null {
  if (typeof offset !== 'number' || !Number.isInteger(offset) || offset < 0 || offset > points.text.length) return null
  const edge = points.toCodePoint(offset)
  return points.toUtf16(edge) === offset ? edge : null
}
