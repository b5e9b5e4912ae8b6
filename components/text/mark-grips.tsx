'use client'
import { useLayoutEffect, useRef, type PointerEvent, type RefObject } from 'react'
import type { SpanColour } from '@/components/ui/span-colours'
import { edgeAtOrBefore } from '@/lib/spans/edges'
import type { Interval } from '@/lib/spans/interval'
import { caretBox, offsetAtPoint } from './dom-boxes'
import { exactText } from './exact-text'
import type { TextModel } from './text-model'

export type MarkEdge = 'start' | 'end'

/** Handles at both ends of a place, for mouse and finger. The keyboard has keys of its own, so these are hidden from it. */
export function MarkGrips({
  frame,
  model,
  place,
  colour,
  layout,
  onDrag,
  onDrop,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  place: Interval
  /** A mark's colour; without one they are the selection's. */
  colour?: SpanColour
  layout: number
  /** The edge is over this offset now; called again and again while dragging. */
  onDrag: (edge: MarkEdge, offset: number) => void
  onDrop: () => void
}) {
  const startGrip = useRef<HTMLDivElement>(null)
  const endGrip = useRef<HTMLDivElement>(null)
  const dragging = useRef<MarkEdge | null>(null)
  useLayoutEffect(() => {
    const root = exactText(frame.current)
    if (!root || !frame.current) return
    const within = frame.current.getBoundingClientRect()
    if (place.end > model.points.length || !startGrip.current || !endGrip.current) return
    const first = caretBox(root, model, place.start)
    const last = caretBox(root, model, place.end, true)
    const [start, end] = [startGrip.current, endGrip.current]
    // Once everybody has measured: a look at the layout after somebody's writing has it made again.
    queueMicrotask(() => {
      put(start, first.x - within.left, first.top - within.top, first.bottom - first.top)
      put(end, last.x - within.left, last.top - within.top, last.bottom - last.top)
    })
  }, [frame, model, place.start, place.end, layout])

  const move = (event: PointerEvent) => {
    const root = exactText(frame.current)
    const edge = dragging.current
    if (!edge || !root) return
    // The finger is on the grip, below the line it means.
    const lift = event.pointerType === 'touch' ? 22 : 0
    const offset = offsetAtPoint(root, model, event.clientX, event.clientY - lift)
    if (offset !== null) onDrag(edge, edgeAtOrBefore(model.graphemes, offset))
  }
  const end = () => {
    if (dragging.current === null) return
    dragging.current = null
    onDrop()
  }
  return (
    <div aria-hidden data-span-colour={colour} className="in-data-selecting:pointer-events-none">
      {(['start', 'end'] as const).map((edge) => (
        <div
          key={edge}
          ref={edge === 'start' ? startGrip : endGrip}
          data-grip={edge}
          onPointerDown={(event) => {
            event.preventDefault()
            event.currentTarget.setPointerCapture(event.pointerId)
            dragging.current = edge
          }}
          onPointerMove={move}
          onPointerUp={end}
          onPointerCancel={end}
          className="absolute top-0 left-0 -ms-3 w-6 cursor-ew-resize touch-none pointer-coarse:-ms-5 pointer-coarse:w-10"
        >
          <div className="mx-auto h-full w-0.5 bg-[var(--span-line,var(--accent))]" />
          <div className="mx-auto -mt-0.5 size-2.5 rounded-full bg-[var(--span-line,var(--accent))] pointer-coarse:size-4" />
        </div>
      ))}
    </div>
  )
}

function put({ style }: HTMLElement, x: number, y: number, height: number) {
  style.transform = `translate(${x}px, ${y}px)`
  style.height = `${height}px`
}
