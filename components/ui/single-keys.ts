'use client'
import { useSyncExternalStore } from 'react'

const place = 'doubleread-single-keys'
const listeners = new Set<() => void>()

/**
 * Whether shortcuts of one plain key are on. People who dictate need them off (WCAG 2.1.4), so this is a setting of the
 * device; the shortcut sheet holds the switch.
 */
export const singleKeys = {
  on: () => typeof localStorage === 'undefined' || localStorage.getItem(place) !== 'off',
  set: (on: boolean) => {
    localStorage.setItem(place, on ? 'on' : 'off')
    for (const listener of listeners) listener()
  },
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useSingleKeys = () => useSyncExternalStore(subscribe, singleKeys.on, () => true)
