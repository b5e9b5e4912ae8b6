'use client'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { caretBox } from './dom-boxes'
import { exactText } from './exact-text'
import type { Mark } from './mark'
import type { TextModel } from './text-model'
import type { TextSelection } from './text-selection'

/**
 * The caret: the browser draws none in a text that cannot be edited. Placed by hand after every paint, without a second
 * render, because it moves with every key.
 */
export function CaretOverlay({
  frame,
  model,
  selection,
  marks,
  layout,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  selection: TextSelection
  /** Only so that the caret is placed again when they change. */
  marks: readonly Mark[]
  layout: number
}) {
  const bar = useRef<HTMLDivElement>(null)
  const { focus, upstream } = selection
  useLayoutEffect(() => {
    const root = exactText(frame.current)
    if (!root || !bar.current || !frame.current || focus > model.points.length) return
    const within = frame.current.getBoundingClientRect()
    const { x, top, bottom } = caretBox(root, model, focus, upstream)
    const { style } = bar.current
    // Once everybody has measured: a look at the layout after somebody's writing has it made again.
    queueMicrotask(() => {
      style.transform = `translate(${x - within.left - 1}px, ${top - within.top}px)`
      style.height = `${bottom - top}px`
    })
  }, [frame, model, focus, upstream, marks, layout])
  return (
    <div
      ref={bar}
      aria-hidden
      // A new place starts a new breath: a caret that moves is never dark.
      key={`${focus} ${upstream ?? ''}`}
      data-caret
      className="pointer-events-none absolute top-0 left-0 w-0.5 animate-[breathe_1.1s_step-end_infinite] rounded-full bg-accent opacity-100"
    />
  )
}
