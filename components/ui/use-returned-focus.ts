'use client'
import { useRef } from 'react'

/** What opened a dialog: of a menu, which is gone by the time it closes, the button behind which it was. */
function openerOf(at: Element | null): Element | null {
  const menu = at?.closest('[role=menu]')
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : at
}

/**
 * For a dialog that is opened from elsewhere: when it closes, the focus goes back to what had it, if that is still there. Radix does
 * so only for a trigger of its own, and leaves the page without a focus otherwise.
 */
export function useReturnedFocus() {
  const opener = useRef<Element | null>(null)
  return {
    onOpenAutoFocus: () => {
      opener.current = openerOf(document.activeElement)
    },
    onCloseAutoFocus: (event: Event) => {
      if (!(opener.current instanceof HTMLElement) || opener.current === document.body || !opener.current.isConnected) return
      event.preventDefault()
      opener.current.focus({ preventScroll: true })
    },
  }
}
