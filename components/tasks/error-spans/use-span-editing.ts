'use client'
import { useMemo, useState } from 'react'
import { edgeAfter, edgeBefore } from '@/lib/spans/edges'
import type { Interval } from '@/lib/spans/interval'
import type { MarkEdge } from '@/components/text/mark-grips'
import type { TextModel } from '@/components/text/text-model'
import { caretAt, isCaret, markablePlace, type TextSelection } from '@/components/text/text-selection'
import { randomUuid } from '@/components/ui/random-uuid'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Draft, Span } from '@/lib/tasks/error-spans/judgment'
import { marked, placed, sameMark, unmarked, written, type Edit } from './draft-changes'
import { neighbour, nextInCycle, spansAt } from './span-order'

type Change = (edit: Edit, step?: string | null) => void

/** What happened, for the live region; the editor puts it into words. */
export type SpanEvent =
  | { kind: 'marked' | 'retyped' | 'moved' | 'shown'; span: Span; spans: readonly Span[] }
  | { kind: 'removed'; span: Span; left: number }
  | { kind: 'already'; span: Span }
  | { kind: 'nothing-selected' | 'no-span' | 'limit' }

/** Which span is looked at, what is selected, and all that keys, mouse and finger can do to spans. Knows nothing of layout. */
export function useSpanEditing({
  model,
  draft,
  change,
  wantedId,
  setWantedId,
  spanLimit,
  readOnly,
  tell,
}: {
  model: TextModel
  draft: Draft
  change: Change
  /** Which span is looked at; it may be gone. */
  wantedId: string | null
  setWantedId: (id: string | null) => void
  spanLimit: number
  readOnly: boolean
  tell: (event: SpanEvent) => void
}) {
  const [selection, setSelection] = useState<TextSelection>(() => caretAt(0))
  const { spans } = draft
  const active = useMemo(() => spans.find(({ id }) => id === wantedId) ?? null, [spans, wantedId])

  const show = (span: Span, says = true) => {
    setWantedId(span.id)
    if (says) tell({ kind: 'shown', span, spans })
  }
  const put = (span: Span, { start, end }: Interval, step: string | null) => {
    if (start >= end || (span.start === start && span.end === end)) return
    const quote = model.points.slice(start, end)
    change(placed(span.id, { start, end }, quote), step)
    tell({ kind: 'moved', span: { ...span, start, end, quote }, spans })
  }

  return {
    active,
    spans,
    selection,
    /** The caret leaving a span by key lets go of it, so that no key can change what is out of sight. */
    select: (next: TextSelection, by: 'keyboard' | 'pointer') => {
      setSelection(next)
      if (by === 'keyboard' && isCaret(next) && active && (next.focus < active.start || next.focus > active.end))
        setWantedId(null)
    },
    show,
    letGo: () => setWantedId(null),
    /** Nothing is selected any more; the caret stays where the selection ended. */
    fold: () => setSelection(caretAt(selection.focus)),

    /** The span that marking what is selected would make; null where there is none to make. */
    newSpan: (type: ErrorType): Span | null => {
      const place = readOnly ? null : markablePlace(model, selection)
      if (!place || sameMark(draft, place, type.code) || spans.length >= spanLimit) return null
      const quote = model.points.slice(place.start, place.end)
      return { id: randomUuid(), ...place, quote, type: type.code, correction: '', explanation: '', references: [] }
    },

    mark: (span: Span) => {
      change(marked(span))
      setWantedId(span.id)
      setSelection(caretAt(span.end))
      tell({ kind: 'marked', span, spans: marked(span)(draft).spans })
    },

    /** Where there is no new span to make: gives the active one this type, or shows the one that is there already. */
    applyType: (type: ErrorType): Span | null => {
      if (readOnly) return null
      const place = markablePlace(model, selection)
      if (!place) {
        if (!active) tell({ kind: 'nothing-selected' })
        else if (active.type !== type.code) {
          change(written(active.id, 'type', type.code))
          tell({ kind: 'retyped', span: { ...active, type: type.code }, spans })
        }
        return null
      }
      const same = sameMark(draft, place, type.code)
      if (!same) {
        tell({ kind: 'limit' })
        return null
      }
      setWantedId(same.id)
      setSelection(caretAt(place.end))
      tell({ kind: 'already', span: same })
      return same
    },

    /** With nothing selected: selects the active span's words. With a selection: puts the active span there. */
    moveHere: () => {
      if (!active) return tell({ kind: spans.length === 0 ? 'no-span' : 'nothing-selected' })
      const place = markablePlace(model, selection)
      if (!place || readOnly) return setSelection({ anchor: active.start, focus: active.end })
      put(active, place, null)
      setSelection(caretAt(place.end))
    },

    /** One edge of the active span, one character further. */
    nudge: (edge: MarkEdge, later: boolean) => {
      if (readOnly) return
      if (!active) return tell({ kind: 'no-span' })
      const next = (later ? edgeAfter : edgeBefore)(model.graphemes, active[edge])
      put(active, { start: active.start, end: active.end, [edge]: next }, `edges ${active.id}`)
      setSelection(caretAt(Math.max(0, edge === 'start' ? next : Math.max(next, active.start))))
    },

    drag: (edge: MarkEdge, offset: number) => {
      if (!active || readOnly) return
      put(active, { start: active.start, end: active.end, [edge]: offset }, `drag ${active.id}`)
    },

    remove: (id: string | null = active?.id ?? null) => {
      const span = spans.find((one) => one.id === id)
      if (readOnly || !span) return
      change(unmarked(span.id))
      setSelection(caretAt(span.start))
      tell({ kind: 'removed', span, left: spans.length - 1 })
    },

    step: (way: 1 | -1): Span | null => {
      const span = neighbour(spans, active?.id ?? null, selection.focus, way)
      if (!span) {
        tell({ kind: 'no-span' })
        return null
      }
      show(span)
      setSelection(caretAt(span.start))
      return span
    },

    /** The next of the spans under the caret, or under a click (`ids`, innermost first); none = let go. */
    cycle: (ids?: readonly string[]): Span | null => {
      const here = ids
        ? ids.flatMap((id) => spans.find((span) => span.id === id) ?? [])
        : spansAt(spans, selection.focus)
      const span = here.length > 0 ? nextInCycle(here, active && here.includes(active) ? active : null) : undefined
      if (span) show(span)
      else if (ids) setWantedId(null)
      else tell({ kind: 'no-span' })
      return span ?? null
    },

    selectUnit: (unit: 'sentence' | 'word') => {
      const at = Math.min(selection.focus, Math.max(0, model.points.length - 1))
      const place = model.unitAt(at, unit) ?? model.unitAt(Math.max(0, at - 1), unit)
      if (place) setSelection({ anchor: place.start, focus: place.end })
      return place
    },
  }
}

export type SpanEditing = ReturnType<typeof useSpanEditing>
