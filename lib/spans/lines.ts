import type { CodePoints } from './code-points'
import type { Interval } from './interval'

/** Lines of the text itself, as newlines divide it; where a screen wraps is not known here. Ends lie before the newline. */
export function linesOf(points: CodePoints): Interval[] {
  const lines: Interval[] = []
  let start = 0
  for (const { 0: newline, index } of points.text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ start, end: points.toCodePoint(index) })
    start = points.toCodePoint(index + newline.length)
  }
  lines.push({ start, end: points.length })
  return lines
}
