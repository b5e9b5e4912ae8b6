'use client'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { boxesOf } from './dom-boxes'
import { exactText } from './exact-text'
import type { TextModel } from './text-model'
import { isCaret, type TextSelection } from './text-selection'

/**
 * What can be done with the selection, beside it: below its last line for a mouse, at the foot of the screen for a finger,
 * where neither the hand nor the system's own menu covers it.
 */
export function NearSelection({
  frame,
  model,
  selection,
  layout,
  children,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  selection: TextSelection
  layout: number
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const { anchor, focus } = selection
  useLayoutEffect(() => {
    const root = exactText(frame.current)
    if (!root || !frame.current || !box.current || isCaret(selection)) return
    const within = frame.current.getBoundingClientRect()
    const last = boxesOf(root, model, { start: Math.min(anchor, focus), end: Math.max(anchor, focus) }).at(-1)
    if (!last) return
    const { offsetWidth, style } = box.current
    const left = Math.min(
      Math.max(0, last.right - within.left - offsetWidth / 2),
      Math.max(0, within.width - offsetWidth),
    )
    style.setProperty('--left', `${left}px`)
    style.setProperty('--top', `${last.bottom - within.top + 10}px`)
  }, [frame, model, selection, anchor, focus, layout])
  return (
    <div
      ref={box}
      // Pressing a button must not fold the selection it is about.
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      className="in-data-selecting:pointer-events-none float-in z-30 pointer-coarse:fixed pointer-coarse:inset-x-2 pointer-coarse:bottom-2 pointer-fine:absolute pointer-fine:top-(--top) pointer-fine:left-(--left)"
    >
      {children}
    </div>
  )
}
