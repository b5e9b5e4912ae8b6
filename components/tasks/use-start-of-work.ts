'use client'
import { useEffect, type RefObject } from 'react'

type Start = { focus: (options?: FocusOptions) => void }

/**
 * Puts whoever has come to a new piece of work where it begins, without scrolling: the piece before has taken the focus away with it. Takes it
 * from nobody who is at something else, be it typing, a menu or a dialog; only the message that led here is left.
 */
export function useStartOfWork(start: RefObject<Start | null>, enabled = true): void {
  useEffect(() => {
    const at = document.activeElement
    if (enabled && (at === null || at === document.body || at.closest('[data-toast]'))) start.current?.focus({ preventScroll: true })
    // Once, when the piece comes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [])
}
