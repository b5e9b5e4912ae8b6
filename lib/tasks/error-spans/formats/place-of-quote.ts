import type { RowProblem } from '@/lib/formats/item-row'
import { anchoredQuote } from '@/lib/spans/anchor'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/** Where a quotation stands in a text, if at exactly one place; `field` is what a problem is said of. */
export function placeOfQuote(text: unknown, quote: unknown, field: string): Interval | RowProblem {
  if (typeof text !== 'string') return { field: 'text', reason: 'missing' }
  if (typeof quote !== 'string' || quote === '') return { field, reason: 'missing' }
  const found = anchoredQuote(codePointsOf(text), quote)
  if (found === null) return { field, reason: 'quote-not-found' }
  if (found.occurrences > 1) return { field, reason: 'quote-not-unique' }
  return { start: found.start, end: found.end }
}
