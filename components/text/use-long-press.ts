'use client'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { offsetAtPoint } from './dom-boxes'
import { exactText } from './exact-text'
import type { TextModel } from './text-model'
import type { TextSelection } from './text-selection'

/** Later than a phone's own long press, which goes first where there is one. */
const pressMs = 550
/** A finger is never quite still. */
const stillPx = 10

/**
 * Selects the word under a resting finger, and the words it then passes, where the browser does not do it itself (touch
 * screens of desks, emulated ones). `held` while the selection is ours: then it needs handles of ours too.
 */
export function useLongPress({
  frame,
  model,
  onSelect,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  onSelect: (selection: TextSelection) => void
}): boolean {
  const [held, setHeld] = useState(false)
  const latest = useRef({ model, onSelect })
  useLayoutEffect(() => {
    latest.current = { model, onSelect }
  })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let from: { x: number; y: number } | null = null
    let word: { start: number; end: number } | null = null

    const wordAt = (x: number, y: number) => {
      const root = exactText(element)
      const offset = root && offsetAtPoint(root, latest.current.model, x, y)
      if (offset === null) return null
      const { model: text } = latest.current
      return (
        text.unitAt(offset, 'word') ?? text.unitAt(Math.max(0, offset - 1), 'word') ?? text.unitAt(offset, 'grapheme')
      )
    }
    const press = () => {
      if (!from || !document.getSelection()?.isCollapsed) return
      word = wordAt(from.x, from.y)
      if (!word) return
      setHeld(true)
      latest.current.onSelect({ anchor: word.start, focus: word.end })
    }
    const start = (event: TouchEvent) => {
      clearTimeout(timer)
      word = null
      const touch = event.touches[0]
      const onText = event.target instanceof Node && exactText(element)?.contains(event.target)
      from = event.touches.length === 1 && touch && onText ? { x: touch.clientX, y: touch.clientY } : null
      if (from) timer = setTimeout(press, pressMs)
    }
    const move = (event: TouchEvent) => {
      const touch = event.touches[0]
      if (!touch || !from) return
      if (!word) {
        if (Math.hypot(touch.clientX - from.x, touch.clientY - from.y) > stillPx) clearTimeout(timer)
        return
      }
      // The finger selects now; the page must not scroll under it.
      event.preventDefault()
      const to = wordAt(touch.clientX, touch.clientY)
      if (to)
        latest.current.onSelect(
          to.start < word.start ? { anchor: word.end, focus: to.start } : { anchor: word.start, focus: to.end },
        )
    }
    const end = (event: TouchEvent) => {
      clearTimeout(timer)
      // Else the mouse events made up after a touch would fold what was just selected.
      if (word) event.preventDefault()
      else if (from) setHeld(false)
      from = null
      word = null
    }
    const cancel = () => clearTimeout(timer)
    element.addEventListener('touchstart', start, { passive: true })
    element.addEventListener('touchmove', move, { passive: false })
    element.addEventListener('touchend', end)
    element.addEventListener('touchcancel', cancel)
    return () => {
      clearTimeout(timer)
      element.removeEventListener('touchstart', start)
      element.removeEventListener('touchmove', move)
      element.removeEventListener('touchend', end)
      element.removeEventListener('touchcancel', cancel)
    }
  }, [frame])
  return held
}
