'use client'
import { useShortcut } from './use-shortcut'

/** A key bound for as long as it is on the page; for keys that come in lists. */
export function ShortcutKey({ keys, press, enabled = true }: { keys: string; press: () => void; enabled?: boolean }) {
  useShortcut(keys, press, { enabled })
  return null
}
