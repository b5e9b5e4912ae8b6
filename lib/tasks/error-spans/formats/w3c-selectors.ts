import type { RowProblem } from '@/lib/formats/item-row'
import { isObject } from '@/lib/formats/read-tags'
import type { CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/** How a selector says a place: by position, by quotation, or both; `within`: only inside a part that something else selects. */
export type Selected = {
  position: Interval | null
  quote: { exact: string; prefix: string; suffix: string } | null
  within: boolean
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value])

/** The resource that an annotation is about; null when it names none. */
export function sourceOf(annotation: Record<string, unknown>): string | null {
  const target = listOf(annotation['target'])[0]
  if (typeof target === 'string') return target
  if (!isObject(target)) return null
  const { source = target } = target
  if (typeof source === 'string') return source
  return isObject(source) && typeof source['id'] === 'string' ? source['id'] : null
}

/** What the first target's selectors say, alternatives of each other; those that refine another are followed. */
export function selectedBy(annotation: Record<string, unknown>): Selected {
  const target = listOf(annotation['target'])[0]
  const found: Selected = { position: null, quote: null, within: false }
  const look = (selector: unknown, within: boolean, depth: number) => {
    if (!isObject(selector) || depth > 8) return
    const { type, start, end, exact, prefix, suffix } = selector
    const words = (value: unknown) => (typeof value === 'string' ? value : '')
    // A position inside a part is not one in the text; a quotation may still be found.
    if (
      type === 'TextPositionSelector' &&
      typeof start === 'number' &&
      typeof end === 'number' &&
      found.position === null
    ) {
      found.position = { start, end }
      found.within ||= within
    } else if (type === 'TextQuoteSelector' && typeof exact === 'string')
      found.quote ??= { exact, prefix: words(prefix), suffix: words(suffix) }
    for (const each of listOf(selector['refinedBy'])) look(each, true, depth + 1)
  }
  for (const selector of isObject(target) ? listOf(target['selector']) : []) look(selector, false, 0)
  return found
}

/** The place in the text, or why there is none. A position and a quotation have to agree; a quotation alone has to be unique. */
export function placeOf(
  points: CodePoints,
  { position, quote, within }: Selected,
  field: string,
): Interval | RowProblem {
  if (position && !within) {
    const { start, end } = position
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || start >= end || end > points.length)
      return { field, reason: 'outside-the-text' }
    return quote && points.slice(start, end) !== quote.exact ? { field, reason: 'quote-differs' } : { start, end }
  }
  if (!quote || quote.exact === '') return { field, reason: 'not-of-format', values: { format: 'W3C Web Annotation' } }
  const whole = quote.prefix + quote.exact + quote.suffix
  const at = points.text.indexOf(whole)
  if (at === -1) return { field, reason: 'quote-not-found' }
  if (points.text.includes(whole, at + 1)) return { field, reason: 'quote-not-unique' }
  const start = at + quote.prefix.length
  return { start: points.toCodePoint(start), end: points.toCodePoint(start + quote.exact.length) }
}
