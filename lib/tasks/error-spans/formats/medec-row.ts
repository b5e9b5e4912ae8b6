import { codePointsOf } from '@/lib/spans/code-points'
import { cutSentences } from '../sentences'
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

/**
 * A record as a row's cells, its sentences numbered as it says, or else by our own rule. An error that goes over several sentences has all of
 * them as its sentence, and the first one's number.
 */
export function cellsOf({ id, text, sentences: stated, veracity, spans: [span] }: ExchangeRecord): string[] {
  const points = codePointsOf(text)
  const sentences = stated ?? cutSentences(text)
  const numbered = sentences.map((place, number) => `${number} ${place ? points.slice(place.start, place.end) : ''}`).join('\n')
  const flag = veracity === null ? '' : veracity === 'erroneous' ? '1' : '0'
  const none = [id, text, numbered, flag, 'NA', veracity === 'correct' ? '-1' : 'NA', 'NA', 'NA', 'NA']
  if (!span) return none
  const touched = sentences.flatMap((place) => (place && place.start < span.end && span.start < place.end ? [place] : []))
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
