import { oneLine } from '@/lib/formats/escapes'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import type { ExchangeSpan } from './exchange-record'

/** Notes on a span that carry its fields; `Type` where brat cannot have the type's own name. */
export const bratNotes = {
  correction: 'Correction',
  explanation: 'Explanation',
  reference: 'Reference',
  type: 'Type',
} as const

/** Characters at which some reader of a `.ann` file ends a line: no piece of a span may hold one. */
// oxlint-disable-next-line no-control-regex -- Python ends lines at these
export const lineBreaks = /[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g

/** A type as brat lets it be called; '' becomes `Span`. */
export const bratType = (type: string): string => type.replaceAll(/[^A-Za-z0-9_-]/g, '_') || 'Span'

/** A document's `.ann`. A span in which there is nothing but line breaks has no place in it. */
export function annOf(text: string, spans: readonly ExchangeSpan[]): string {
  const points = codePointsOf(text)
  let ann = ''
  let notes = 0
  let number = 0
  for (const span of spans) {
    const pieces = piecesOf(points, span)
    if (pieces.length === 0) continue
    number += 1
    const type = bratType(span.type)
    const quote = pieces.map(({ start, end }) => points.slice(start, end)).join(' ')
    ann += `T${number}\t${type} ${pieces.map(({ start, end }) => `${start} ${end}`).join(';')}\t${quote}\n`
    const note = (name: string, value: string) => (ann += `#${(notes += 1)}\t${name} T${number}\t${oneLine(value)}\n`)
    if (type !== span.type) note(bratNotes.type, span.type)
    if (span.correction !== '') note(bratNotes.correction, span.correction)
    if (span.explanation !== '') note(bratNotes.explanation, span.explanation)
    for (const reference of span.references) note(bratNotes.reference, reference)
  }
  return ann
}

function piecesOf(points: CodePoints, { start, end }: Interval): Interval[] {
  const quote = points.slice(start, end)
  const from = points.toUtf16(start)
  const pieces: Interval[] = []
  let at = 0
  for (const { 0: found, index } of [...quote.matchAll(lineBreaks), { 0: '', index: quote.length }]) {
    if (index > at) pieces.push({ start: points.toCodePoint(from + at), end: points.toCodePoint(from + index) })
    at = index + found.length
  }
  return pieces
}
