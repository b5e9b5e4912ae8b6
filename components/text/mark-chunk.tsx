'use client'
import { memo, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { boxesOf, caretBox, directionAt } from './dom-boxes'
import { exactText } from './exact-text'
import { sameLook, type LanedMark } from './mark-chunks'
import type { Mark } from './mark'
import { MarkShape, type MarkBox } from './mark-shape'
import type { TextModel } from './text-model'

type Place = { boxes: readonly MarkBox[]; labelX: number; rightToLeft: boolean }
type Props = { frame: RefObject<HTMLElement | null>; model: TextModel; marks: readonly LanedMark[]; layout: number }

/**
 * Some neighbouring marks. Where one lies is measured once, when it appears or the layout moves, before the browser paints:
 * a mark is never a frame late. Contained, so that the browser lays out nothing else for it.
 */
export const MarkChunk = memo(
  function MarkChunk({ frame, model, marks, layout }: Props) {
    const [shapes, setShapes] = useState<readonly (LanedMark & Place)[]>([])
    const measured = useRef<{ layout: number; model: TextModel; places: Map<string, Place> } | null>(null)
    useLayoutEffect(() => {
      const root = exactText(frame.current)
      if (!root || !frame.current) return
      if (measured.current?.layout !== layout || measured.current.model !== model) {
        measured.current = { layout, model, places: new Map() }
      }
      const { places } = measured.current
      let within: DOMRect | undefined
      const placeOf = (mark: Mark): Place => {
        const name = `${mark.start} ${mark.end}`
        const known = places.get(name)
        if (known) return known
        within ??= frame.current!.getBoundingClientRect()
        const place = placeOn(root, model, mark, within)
        places.set(name, place)
        return place
      }
      setShapes(marks.map((laned) => ({ ...laned, ...placeOf(laned.mark) })))
    }, [frame, model, marks, layout])
    return (
      <div className="absolute inset-0 [contain:size_layout_style]">
        {shapes.map((shape) => (
          <MarkShape key={shape.mark.id} {...shape} />
        ))}
      </div>
    )
  },
  (before, after) =>
    before.frame === after.frame &&
    before.model === after.model &&
    before.layout === after.layout &&
    sameLook(before.marks, after.marks),
)

/** A place that does not lie in the text (a draft of another one) is drawn nowhere. */
function placeOn(root: Element, model: TextModel, { start, end }: Mark, within: DOMRect): Place {
  if (start >= end || end > model.points.length) return { boxes: [], labelX: 0, rightToLeft: false }
  return {
    boxes: boxesOf(root, model, { start, end }).map(({ left, top, width, height }) => ({
      left: left - within.left,
      top: top - within.top,
      width: Math.max(width, 2),
      height,
    })),
    labelX: caretBox(root, model, start).x - within.left,
    rightToLeft: directionAt(root, model, start) === 'rtl',
  }
}
