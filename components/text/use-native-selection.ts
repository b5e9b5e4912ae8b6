'use client'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { exactText, isOnText } from './exact-text'
import { readNativeSelection, writeNativeSelection } from './native-selection'
import type { TextModel } from './text-model'
import { isCaret, sameSelection, type TextSelection } from './text-selection'

/**
 * Keeps our selection and the browser's the same, both ways: what mouse and finger select comes in, what keys select goes
 * out. Never writes while a pointer is down: that would break its drag. What lies over the text sees `data-selecting` meanwhile and
 * lets the pointer through: a drag that ended on a handle would else reach to the end of the text.
 */
export function useNativeSelection({
  frame,
  model,
  selection,
  onSelect,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  selection: TextSelection
  onSelect: (selection: TextSelection, by: 'pointer') => void
}) {
  const pointing = useRef(false)
  const latest = useRef({ model, selection, onSelect })
  /** A pointer made this selection and has been lifted. */
  const [byPointer, setByPointer] = useState(false)

  useLayoutEffect(() => {
    latest.current = { model, selection, onSelect }
    const write = () => {
      const root = exactText(frame.current)
      if (!root || pointing.current) return
      const mine = document.activeElement === frame.current
      if (mine || root.contains(document.getSelection()?.anchorNode ?? null)) {
        writeNativeSelection(root, model, selection)
      }
    }
    if (!isCaret(selection)) {
      write()
      return
    }
    // The browser shows no caret here, and moving its own is dear: a new mark is painted first.
    const later = requestAnimationFrame(write)
    return () => cancelAnimationFrame(later)
  }, [frame, model, selection, onSelect])

  useEffect(() => {
    const read = () => {
      const now = latest.current
      const root = exactText(frame.current)
      const found = root && readNativeSelection(root, now.model)
      if (found && !sameSelection(found, now.selection)) {
        now.onSelect(found, 'pointer')
        setByPointer(true)
      }
    }
    const down = (event: PointerEvent) => {
      const { target } = event
      pointing.current = target instanceof Node && frame.current?.contains(target) === true
      frame.current?.toggleAttribute('data-selecting', isOnText(frame.current, target))
    }
    const up = () => {
      if (!pointing.current) return
      pointing.current = false
      frame.current?.removeAttribute('data-selecting')
      read()
    }
    const key = () => setByPointer(false)
    document.addEventListener('selectionchange', read)
    document.addEventListener('pointerdown', down)
    document.addEventListener('pointerup', up)
    document.addEventListener('pointercancel', up)
    document.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('selectionchange', read)
      document.removeEventListener('pointerdown', down)
      document.removeEventListener('pointerup', up)
      document.removeEventListener('pointercancel', up)
      document.removeEventListener('keydown', key)
    }
  }, [frame])
  return { pointing, byPointer }
}
