import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { sentencesOf } from '@/lib/spans/sentences'
import type { ExchangeRecord } from './exchange-record'

export const medecColumns = [
  'Text ID',
  'Text',
  'Sentences',
  'Error Flag',
  'Error Type',
  'Error Sentence ID',
  'Error Sentence',
  'Corrected Sentence',
  'Corrected Text',
] as const

/** A record as a row's cells. An error that goes over several sentences has all of them as its sentence, and the first one's number. */
export function cellsOf({ id, text, veracity, spans: [span] }: ExchangeRecord): string[] {
  const points = codePointsOf(text)
  const sentences = sentencesOf(points)
    .map((each) => trimmed(points, each))
    .filter(({ start, end }) => start < end)
  const numbered = sentences.map(({ start, end }, number) => `${number} ${points.slice(start, end)}`).join('\n')
  const flag = veracity === null ? '' : veracity === 'erroneous' ? '1' : '0'
  const none = [id, text, numbered, flag, 'NA', veracity === 'correct' ? '-1' : 'NA', 'NA', 'NA', 'NA']
  if (!span) return none
  const touched = sentences.filter(({ start, end }) => start < span.end && span.start < end)
  const [first, last] = [touched[0], touched.at(-1)]
  if (!first || !last) return none
  const corrected = (from: number, to: number) =>
    points.slice(from, Math.max(from, span.start)) + span.correction + points.slice(Math.min(to, span.end), to)
  const sentence = points.slice(first.start, last.end)
  return [id, text, numbered, flag, span.type || 'NA', String(sentences.indexOf(first)), sentence].concat(
    span.correction === '' ? ['NA', 'NA'] : [corrected(first.start, last.end), corrected(0, points.length)],
  )
}

/** Cells that say nothing. */
export const isNone = (cell: string): boolean => ['', 'NA'].includes(cell.trim())

const sentenceAt = medecColumns.indexOf('Error Sentence')

/** What a row says nothing of: places that are not its one sentence as a whole, and words that would say that there are none. */
export function leftByRow({ spans: [span, second] }: ExchangeRecord, cells: readonly string[]): string[] {
  if (!span) return []
  const sentence = cells[sentenceAt] ?? ''
  if (second || sentence !== span.quote || isNone(sentence)) return ['spans']
  return [
    ...(span.type !== '' && isNone(span.type) ? ['spans.type'] : []),
    ...(span.correction !== '' && isNone(span.correction) ? ['spans.correction'] : []),
    ...(span.explanation === '' ? [] : ['spans.explanation']),
    ...(span.references.length === 0 ? [] : ['spans.references']),
  ]
}

/** Without the white space that a sentence has behind it. */
function trimmed(points: CodePoints, { start, end }: Interval): Interval {
  const sentence = points.slice(start, end)
  const from = sentence.length - sentence.trimStart().length
  // White space is all in the basic plane: as many code points as UTF-16 units.
  return { start: start + from, end: Math.max(start + from, end - (sentence.length - sentence.trimEnd().length)) }
}
