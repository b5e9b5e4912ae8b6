import { anchoredQuote } from '@/lib/spans/anchor'
import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { sentencesOf } from '@/lib/spans/sentences'
import type { RowProblem } from '@/lib/formats/item-row'
import type { Sentences } from './gold'

/**
 * Where a system sees an error: by offsets, by a quote (the occurrence nearest to `near`, the first without it), or by the
 * number of a sentence from 0, as MEDIQA-CORR runs do.
 */
export type PredictedSpan =
  Interval | { readonly quote: string; readonly near: number | null } | { readonly sentence: number }

/** What a system says of one item. Spans of a text that it does not flag count for nothing. */
export type Prediction = { readonly flagged: boolean; readonly spans: readonly PredictedSpan[] }

/**
 * The span's place in the text. Null when it names none: a misquotation or a sentence that is not there is a system's error,
 * to be scored, not a malformed file.
 */
export function placeOf(span: PredictedSpan, points: CodePoints, sentences: () => Sentences): Interval | null {
  if ('start' in span) return span
  if ('sentence' in span) return sentences()[span.sentence] ?? null
  const found = anchoredQuote(points, span.quote, span.near ?? undefined)
  return found && { start: found.start, end: found.end }
}

/** What keeps a prediction from being scored on its text: offsets that are not in it. */
export function predictionProblem({ spans }: Prediction, points: Pick<CodePoints, 'length'>): RowProblem | null {
  const nth = spans.findIndex((span) => 'start' in span && span.end > points.length)
  return nth === -1 ? null : { field: `spans[${nth}]`, reason: 'outside-the-text' }
}

/** Of a flagged text's spans, those that name no place in it; scoring counts them as missed. O(text). */
export function unplacedSpans({ flagged, spans }: Prediction, text: string, stated: Sentences | null): number {
  if (!flagged || spans.every((span) => 'start' in span)) return 0
  const points = codePointsOf(text)
  let known = stated
  const sentences = () => (known ??= sentencesOf(points))
  return spans.filter((span) => placeOf(span, points, sentences) === null).length
}
