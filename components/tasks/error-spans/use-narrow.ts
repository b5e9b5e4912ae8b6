'use client'
import { useSyncExternalStore } from 'react'

const query = '(max-width: 899.98px)'
const subscribe = (changed: () => void) => {
  const media = window.matchMedia(query)
  media.addEventListener('change', changed)
  return () => media.removeEventListener('change', changed)
}

/** Whether the judgment stands below the text instead of beside it; the same width as the grid's own. */
export const useNarrow = () =>
  useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
