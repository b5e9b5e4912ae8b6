'use client'
import {
  useImperativeHandle,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import type { Interval } from '@/lib/spans/interval'
import { caretMove } from './caret-keys'
import { CaretOverlay } from './caret-overlay'
import { ComingMark, type ComingMarkHandle } from './coming-mark'
import { directionAt, marksAtPoint } from './dom-boxes'
import { exactText, isOnText } from './exact-text'
import { KeptInView } from './kept-in-view'
import type { Mark } from './mark'
import { MarkGrips, type MarkEdge } from './mark-grips'
import { MarkedText } from './marked-text'
import { movedSelection } from './moved-selection'
import { writeNativeSelection } from './native-selection'
import { NearSelection } from './near-selection'
import { revealPlace } from './reveal-place'
import type { TextModel } from './text-model'
import { isCaret, type TextSelection } from './text-selection'
import { useLayoutVersion } from './use-layout-version'
import { useLongPress } from './use-long-press'
import { useNativeSelection } from './use-native-selection'

export type TextSurfaceHandle = {
  focus: () => void
  /** Scrolls a place into view. */
  reveal: (place: Interval) => void
  /** Shows one mark more, at the cost of that mark alone, until it comes with the others; null = no more. */
  foreshow: (mark: Mark | null) => void
}

export type TextSurfaceProps = {
  model: TextModel
  language: string | null
  marks: readonly Mark[]
  /** Name of the region, and how to use it, for screen readers. */
  label: string
  instructions: string
  selection: TextSelection
  onSelect: (selection: TextSelection, by: 'keyboard' | 'pointer') => void
  /** A click without a selection: the marks under it, innermost first; none = beside all marks. */
  onPick: (ids: readonly string[]) => void
  /** The caret moved by key: what it passed or came to, and what is selected now. Other keys bubble. */
  onHeard?: (place: Interval, selection: TextSelection) => void
  /** Handles at the ends of the active mark. */
  grips?: { onDrag: (edge: MarkEdge, offset: number) => void; onDrop: () => void } | undefined
  /** Shown beside what is selected by mouse or touch. */
  tools?: ReactNode
  className?: string
  ref?: Ref<TextSurfaceHandle>
}

/**
 * A text to read, select in and mark, with a caret of its own: by mouse, by finger, or by keyboard alone. Not editable, so
 * no input method and no browser command can ever change a character. Selections come out in code points on grapheme edges.
 */
export function TextSurface({
  model,
  language,
  marks,
  label,
  instructions,
  selection,
  onSelect,
  onPick,
  onHeard,
  grips,
  tools,
  className,
  ref,
}: TextSurfaceProps) {
  const frame = useRef<HTMLDivElement>(null)
  const column = useRef<number | null>(null)
  const coming = useRef<ComingMarkHandle>(null)
  const [focused, setFocused] = useState(false)
  const instructionsId = useId()
  const layout = useLayoutVersion(frame)
  const { pointing, byPointer } = useNativeSelection({ frame, model, selection, onSelect })

  const held = useLongPress({
    frame,
    model,
    onSelect: (next) => {
      onSelect(next, 'pointer')
      // The finger is still down, so nobody else may write it.
      const root = exactText(frame.current)
      if (root) writeNativeSelection(root, model, next)
    },
  })

  useImperativeHandle(ref, () => ({
    focus: () => frame.current?.focus({ preventScroll: true }),
    reveal: (place) => revealPlace(frame.current, model, place),
    foreshow: (mark) => coming.current?.show(mark),
  }))
  const { focus } = selection

  const onKey = (event: KeyboardEvent) => {
    const root = exactText(frame.current)
    if (!root || event.target !== frame.current) return
    const rtl =
      event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? directionAt(root, model, focus) === 'rtl' : false
    const move = caretMove(event, rtl)
    if (!move) return
    event.preventDefault()
    const moved = movedSelection(root, model, selection, move, {
      column: column.current,
      page: window.innerHeight * 0.7,
    })
    column.current = moved.column
    onSelect(moved.selection, 'keyboard')
    onHeard?.(moved.heard, moved.selection)
  }
  const selected = { start: Math.min(selection.anchor, focus), end: Math.max(selection.anchor, focus) }
  const stretch = (edge: MarkEdge, offset: number) => {
    const [start, end] = edge === 'start' ? [offset, selected.end] : [selected.start, offset]
    if (start < end) onSelect({ anchor: start, focus: end }, 'pointer')
  }
  const active = grips && marks.find(({ tone }) => tone === 'active')
  return (
    <div className={className}>
      <p id={instructionsId} className="sr-only">
        {instructions}
      </p>
      <div
        ref={frame}
        role="application"
        tabIndex={0}
        aria-label={label}
        aria-describedby={instructionsId}
        data-text-surface
        onKeyDown={onKey}
        onFocus={(event) => {
          if (event.target !== event.currentTarget) return
          setFocused(true)
          const root = exactText(frame.current)
          if (root && !pointing.current) writeNativeSelection(root, model, selection)
        }}
        onBlur={() => setFocused(false)}
        onClick={(event) => {
          column.current = null
          const root = exactText(frame.current)
          if (root && isOnText(frame.current, event.target) && document.getSelection()?.isCollapsed)
            onPick(marksAtPoint(root, model, marks, event.clientX, event.clientY))
        }}
        // What stands beside the selection lies over what follows the text, and under the page's bars.
        className="relative isolate z-1 cursor-text rounded-md outline-offset-8 [-webkit-touch-callout:none]"
      >
        {focused && <KeptInView {...{ frame, model, focus, pointing }} />}
        <MarkedText frame={frame} model={model} language={language} marks={marks} layout={layout} />
        <ComingMark ref={coming} frame={frame} model={model} marks={marks} />
        {focused && isCaret(selection) && (
          <CaretOverlay frame={frame} model={model} selection={selection} marks={marks} layout={layout} />
        )}
        {active && <MarkGrips {...{ frame, model, layout }} place={active} colour={active.colour} {...grips} />}
        {held && !isCaret(selection) && (
          <MarkGrips {...{ frame, model, layout }} place={selected} onDrag={stretch} onDrop={() => undefined} />
        )}
        {tools && (byPointer || held) && !isCaret(selection) && (
          <NearSelection frame={frame} model={model} selection={selection} layout={layout}>
            {tools}
          </NearSelection>
        )}
      </div>
    </div>
  )
}
