import { manyLines } from '@/lib/formats/escapes'
import type { RowProblem } from '@/lib/formats/item-row'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { bratNotes, lineBreaks } from './brat-ann'

type Found = Interval & { type: string; correction: string; explanation: string; references: string[] }
type Problem = RowProblem & { line: number }

/**
 * The spans of a `.ann`: its text-bound annotations. Pieces with nothing but line breaks between them are one span. Notes
 * of the kinds `annOf` writes are read into their span, a person's own (`AnnotatorNotes`) as its explanation where it has
 * none; relations, events, attributes and normalisations are about what this task does not ask, and mean nothing here.
 */
export function spansOfAnn(text: string, ann: string): { spans: Found[] } | Problem {
  const points = codePointsOf(text)
  const spans = new Map<string, Found>()
  const lines = ann.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('T')) continue
    const read = textBound(points, line)
    if ('reason' in read) return { ...read, line: index + 1 }
    if (spans.has(read.id))
      return { field: read.id, reason: 'not-of-format', values: { format: 'brat' }, line: index + 1 }
    spans.set(read.id, read.span)
  }
  const remarks = new Map<Found, string[]>()
  for (const line of lines) {
    const { 1: name, 2: id = '', 3: value = '' } = /^#[^\t]*\t(\S+) (\S+)\t?(.*)$/su.exec(line) ?? []
    const span = spans.get(id)
    if (!span || name === undefined) continue
    if (name === bratNotes.correction) span.correction = manyLines(value)
    else if (name === bratNotes.explanation) span.explanation = manyLines(value)
    else if (name === bratNotes.type) span.type = manyLines(value)
    else if (name === bratNotes.reference) span.references.push(manyLines(value))
    else if (name === 'AnnotatorNotes') remarks.set(span, [...(remarks.get(span) ?? []), value])
  }
  for (const [span, values] of remarks) span.explanation ||= values.join('\n')
  return { spans: [...spans.values()] }
}

function textBound(points: CodePoints, line: string): { id: string; span: Found } | RowProblem {
  const { 1: id = '', 2: type = '', 3: places = '', 4: quote } = /^(T\S*)\t(\S+) ([\d ;]+)\t?(.*)$/su.exec(line) ?? []
  const pieces = places.split(';').map((piece) => /^(\d+) (\d+)$/.exec(piece))
  if (id === '' || pieces.includes(null))
    return { field: id || null, reason: 'not-of-format', values: { format: 'brat' } }
  const intervals = pieces.map((piece) => ({ start: Number(piece?.[1]), end: Number(piece?.[2]) }))
  const quotes: string[] = []
  let at: number | null = null
  for (const { start, end } of intervals) {
    if (start >= end || end > points.length) return { field: id, reason: 'outside-the-text' }
    if (at !== null && (start < at || points.slice(at, start).replaceAll(lineBreaks, '') !== ''))
      return { field: id, reason: 'span-in-pieces' }
    quotes.push(points.slice(start, end))
    at = end
  }
  if (quote !== undefined && quote !== '' && quote !== quotes.join(' ')) return { field: id, reason: 'quote-differs' }
  const [first, last] = [intervals[0], intervals.at(-1)]
  const place = { start: first?.start ?? 0, end: last?.end ?? 0 }
  return { id, span: { ...place, type, correction: '', explanation: '', references: [] } }
}
