'use client'
import { memo, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { exactText } from './exact-text'
import { sameLook, type LanedMark } from './mark-chunks'
import type { Mark } from './mark'
import { placeOn, type Place } from './mark-place'
import { MarkShape } from './mark-shape'
import type { TextModel } from './text-model'

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
