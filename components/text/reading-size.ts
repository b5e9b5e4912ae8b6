'use client'
import { useSyncExternalStore } from 'react'

const place = 'doubleread-reading-size'
const listeners = new Set<() => void>()

/** In rem; the second is the design's own (globals.css). */
export const readingSizes = [1, 1.125, 1.25, 1.4375, 1.625, 1.875] as const
const usual = 1

function step(): number {
  const stored = typeof localStorage === 'undefined' ? null : localStorage.getItem(place)
  const known = stored === null ? -1 : readingSizes.findIndex((size) => String(size) === stored)
  return known === -1 ? usual : known
}

/** How large this device shows reading text: a taste of the eyes at this screen, so it is kept here and not with the person. */
export const readingSize = {
  step,
  set: (next: number) => {
    const size = readingSizes[next]
    if (size === undefined) return
    localStorage.setItem(place, String(size))
    for (const listener of listeners) listener()
  },
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useReadingSize = () => useSyncExternalStore(subscribe, step, () => usual)
