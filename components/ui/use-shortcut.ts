'use client'
import { useEffect, useRef } from 'react'
import { matchesKeys } from './matches-keys'
import { singleKeys } from './single-keys'

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [role=textbox]'))

/**
 * Binds one chord for as long as the component lives. A key without mod or alt is silent while somebody types, while a
 * dialog is open (unless `inDialogs`), and when single keys are switched off. `leavesFields`: silent while somebody types, with mod too.
 */
export function useShortcut(
  keys: string,
  press: (event: KeyboardEvent) => void,
  { enabled = true, inDialogs = false, leavesFields = false }: { enabled?: boolean; inDialogs?: boolean; leavesFields?: boolean } = {},
) {
  const latest = useRef(press)
  useEffect(() => {
    latest.current = press
  })
  useEffect(() => {
    if (!enabled) return
    const plain = !/(^|\+)(mod|alt)\+/.test(keys)
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !matchesKeys(event, keys)) return
      if ((plain || leavesFields) && isTyping(event.target)) return
      if (plain && !singleKeys.on()) return
      if (!inDialogs && document.querySelector('[role=dialog][data-state=open],[role=alertdialog][data-state=open]'))
        return
      event.preventDefault()
      latest.current(event)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [keys, enabled, inDialogs, leavesFields])
}
