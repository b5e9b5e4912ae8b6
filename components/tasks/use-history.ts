'use client'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { historyOf, recorded, redone, undone, type History } from './history'

export type Histories<T> = {
  /** Changes what is there now; several in one event build on each other. `step` joins changes of one field for undo. */
  change: (edit: (now: T) => T, step?: string | null) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
}

/**
 * Undo and redo for a controlled value: every change goes to `onChange`, which must hand the same value back as `present`.
 * A present that was not made here (another device's version, a reset) starts a new history.
 */
export function useHistory<T>(present: T, onChange: (next: T) => void): Histories<T> {
  const held = useRef<History<T>>(historyOf(present))
  const emit = useRef(onChange)
  const [can, setCan] = useState({ undo: false, redo: false })

  const settle = useCallback((next: History<T>) => {
    held.current = next
    const undo = next.past.length > 0
    const redo = next.future.length > 0
    setCan((before) => (before.undo === undo && before.redo === redo ? before : { undo, redo }))
  }, [])

  useLayoutEffect(() => {
    emit.current = onChange
    const mine = held.current.present
    if (mine !== present && JSON.stringify(mine) !== JSON.stringify(present)) settle(historyOf(present))
  }, [present, onChange, settle])

  const change = useCallback(
    (edit: (now: T) => T, step: string | null = null) => {
      const next = edit(held.current.present)
      if (next === held.current.present) return
      settle(recorded(held.current, next, step, Date.now()))
      emit.current(next)
    },
    [settle],
  )
  const travel = useCallback(
    (way: (history: History<T>) => History<T>) => {
      const next = way(held.current)
      if (next === held.current) return
      settle(next)
      emit.current(next.present)
    },
    [settle],
  )
  const undo = useCallback(() => travel(undone), [travel])
  const redo = useCallback(() => travel(redone), [travel])
  return { change, undo, redo, canUndo: can.undo, canRedo: can.redo }
}
