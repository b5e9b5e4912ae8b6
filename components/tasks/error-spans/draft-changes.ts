import { compareIntervals, type Interval } from '@/lib/spans/interval'
import type { Draft, Span, Veracity } from '@/lib/tasks/error-spans/judgment'

/** Everything a reader can do to a draft: pure, and the same draft again where nothing changes. Spans stay in text order. */
export type Edit = (draft: Draft) => Draft

const inTextOrder = (spans: readonly Span[]): Span[] => spans.toSorted(compareIntervals)

const withSpan = (draft: Draft, id: string, change: (span: Span) => Span): Draft => {
  const span = draft.spans.find((one) => one.id === id)
  const next = span && change(span)
  if (!span || !next || next === span) return draft
  return { ...draft, spans: inTextOrder(draft.spans.map((one) => (one === span ? next : one))) }
}

/** Spans stay when a text turns out correct: the contradiction is shown, and nothing written is lost by a slip. */
export const judged =
  (veracity: Veracity): Edit =>
  (draft) =>
    draft.veracity === veracity ? draft : { ...draft, veracity }

/** Marking an error says that the text is erroneous. */
export const marked =
  (span: Span): Edit =>
  (draft) => ({
    ...draft,
    veracity: 'erroneous',
    spans: inTextOrder([...draft.spans, span]),
  })

export const placed =
  (id: string, { start, end }: Interval, quote: string): Edit =>
  (draft) =>
    withSpan(draft, id, (span) => (span.start === start && span.end === end ? span : { ...span, start, end, quote }))

export type SpanField = 'type' | 'correction' | 'explanation' | 'references'

export const written =
  <F extends SpanField>(id: string, field: F, value: Span[F]): Edit =>
  (draft) =>
    withSpan(draft, id, (span) => (span[field] === value ? span : { ...span, [field]: value }))

export const unmarked =
  (id: string): Edit =>
  (draft) =>
    draft.spans.some((span) => span.id === id)
      ? { ...draft, spans: draft.spans.filter((span) => span.id !== id) }
      : draft

export const unmarkedAll: Edit = (draft) => (draft.spans.length === 0 ? draft : { ...draft, spans: [] })

export const rated =
  (field: 'difficulty' | 'confidence', level: number | null): Edit =>
  (draft) =>
    draft[field] === level ? draft : { ...draft, [field]: level }

export const noted =
  (note: string): Edit =>
  (draft) =>
    draft.note === note ? draft : { ...draft, note }

/** The span that marks this very place as this very type, if there is one: a second would be a duplicate. */
export const sameMark = (draft: Draft, { start, end }: Interval, type: string) =>
  draft.spans.find((span) => span.start === start && span.end === end && span.type === type)
