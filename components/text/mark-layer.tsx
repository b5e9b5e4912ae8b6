'use client'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { lanesOf } from '@/lib/spans/lanes'
import { boxesOf, caretBox, directionAt } from './dom-boxes'
import { exactText } from './exact-text'
import type { Mark } from './mark'
import { MarkShape, type MarkBox } from './mark-shape'
import type { TextModel } from './text-model'

type Place = { boxes: readonly MarkBox[]; labelX: number; rightToLeft: boolean }
type Shape = Place & { mark: Mark; lane: number }

/**
 * All marks, in a layer below the text. Where a mark lies is measured once, when it appears or the layout moves; a new mark
 * costs its own measuring alone. Placed before the browser paints, so a mark is never a frame late.
 */
export function MarkLayer({
  frame,
  model,
  marks,
  layout,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  marks: readonly Mark[]
  layout: number
}) {
  const [shapes, setShapes] = useState<readonly Shape[]>([])
  const measured = useRef<{ layout: number; model: TextModel; places: Map<string, Place> } | null>(null)
  useLayoutEffect(() => {
    const root = exactText(frame.current)
    if (!root || !frame.current) return
    if (measured.current?.layout !== layout || measured.current.model !== model) {
      measured.current = { layout, model, places: new Map() }
    }
    const { places } = measured.current
    const within = frame.current.getBoundingClientRect()
    const placeOf = (mark: Mark): Place => {
      const name = `${mark.start} ${mark.end}`
      const known = places.get(name)
      if (known) return known
      const inText = mark.start < mark.end && mark.end <= model.points.length
      const boxes = inText ? boxesOf(root, model, mark).map((rect) => boxWithin(rect, within)) : []
      const place = {
        boxes,
        labelX: inText ? caretBox(root, model, mark.start).x - within.left : 0,
        rightToLeft: inText && directionAt(root, model, mark.start) === 'rtl',
      }
      places.set(name, place)
      return place
    }
    const lanes = lanesOf(marks)
    setShapes(marks.map((mark, index) => ({ mark, lane: lanes[index]!, ...placeOf(mark) })))
  }, [frame, model, marks, layout])
  return (
    <div aria-hidden data-marks className="pointer-events-none absolute inset-0 -z-10 select-none">
      {shapes.map((shape) => (
        <MarkShape key={shape.mark.id} {...shape} />
      ))}
    </div>
  )
}

const boxWithin = (rect: DOMRect, within: DOMRect): MarkBox => ({
  left: rect.left - within.left,
  top: rect.top - within.top,
  width: Math.max(rect.width, 2),
  height: rect.height,
})
