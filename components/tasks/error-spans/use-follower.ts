'use client'
import { useCallback, useDeferredValue, useState } from 'react'

/**
 * The panel beside the text follows it: what is done in the text is painted there first, and the panel, which costs more,
 * comes a moment later and never makes the text wait. What is done in the panel itself is there at once, as fields must be.
 */
export function useFollower<T>(value: T): { shown: T; textActs: () => void; panelActs: () => void } {
  const [behind, setBehind] = useState(false)
  const later = useDeferredValue(value)
  const textActs = useCallback(() => setBehind(true), [])
  const panelActs = useCallback(() => setBehind(false), [])
  return { shown: behind ? later : value, textActs, panelActs }
}
