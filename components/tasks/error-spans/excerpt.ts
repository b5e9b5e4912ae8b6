import { codePointsOf } from '@/lib/spans/code-points'
import { edgeAtOrBefore } from '@/lib/spans/edges'
import { graphemesOf } from '@/lib/spans/graphemes'

/** The beginning of a quote on one line, for a heading or a spoken sentence; never cuts a character. */
export function excerpt(quote: string, longest = 80): string {
  // No character is longer than this in code units, so a text of any length costs the same.
  const line = quote
    .slice(0, longest * 16)
    .replace(/\s+/gu, ' ')
    .trim()
  if (line.length <= longest && quote.length <= longest * 16) return line
  const points = codePointsOf(line)
  if (points.length <= longest) return line
  return `${points.slice(0, edgeAtOrBefore(graphemesOf(points), longest)).trimEnd()}…`
}
