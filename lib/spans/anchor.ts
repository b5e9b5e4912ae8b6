import type { CodePoints } from './code-points'
import type { Interval } from './interval'

export type Anchored = Interval & {
  /** How often the quote occurs; above 1 the place was chosen, not found. */
  occurrences: number
}

/**
 * The place of a quote in a text: the occurrence whose start is nearest to `near` (the earlier of two equally near), the first
 * one without `near`. Exact match only, no folding of case or white space; null when the quote is empty or does not occur.
 */
export function anchoredQuote(points: CodePoints, quote: string, near?: number): Anchored | null {
  if (quote === '') return null
  const { text } = points
  let best: number | null = null
  let occurrences = 0
  for (let at = text.indexOf(quote); at !== -1; at = text.indexOf(quote, at + 1)) {
    if (splitsPair(text, at) || splitsPair(text, at + quote.length)) continue
    occurrences++
    const start = points.toCodePoint(at)
    if (best === null || (near !== undefined && Math.abs(start - near) < Math.abs(best - near))) best = start
  }
  if (best === null) return null
  return { start: best, end: points.toCodePoint(points.toUtf16(best) + quote.length), occurrences }
}

/** A quote that is a lone surrogate occurs in UTF-16 terms inside every pair that has it; there it is not a character. */
function splitsPair(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}
