import type { CodePoints } from '@/lib/spans/code-points'
import type { Span } from './judgment'

/** What is wrong with a span's place in its text: outside or empty, its quote not the text there, or half a character. */
export function placeProblem(
  { start, end, quote }: Pick<Span, 'start' | 'end' | 'quote'>,
  points: CodePoints,
  isGraphemeEdge: (offset: number) => boolean,
): 'span-outside-text' | 'span-quote-differs' | 'span-splits-character' | null {
  if (start >= end || end > points.length) return 'span-outside-text'
  if (points.slice(start, end) !== quote) return 'span-quote-differs'
  if (!isGraphemeEdge(start) || !isGraphemeEdge(end)) return 'span-splits-character'
  return null
}
