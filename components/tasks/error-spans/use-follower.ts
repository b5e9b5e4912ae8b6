'use client'
import { useCallback, useEffect, useState } from 'react'

/**
 * The panel beside the text follows it: what is done in the text is painted there first, and the panel, which costs more,
 * comes after that frame and never makes the text wait. What is done in the panel itself is there at once, as fields must be.
 */
export function useFollower<T>(value: T): { shown: T; textActs: () => void; panelActs: () => void } {
  const [behind, setBehind] = useState(false)
  const [late, setLate] = useState(value)
  // Kept up while the panel leads, so that it never falls back further than to what it showed last.
  if (!behind && late !== value) setLate(value)
  useEffect(() => {
    if (!behind || late === value) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // A timer set in an animation frame runs when that frame has been painted.
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setLate(value))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [behind, late, value])
  const textActs = useCallback(() => setBehind(true), [])
  const panelActs = useCallback(() => setBehind(false), [])
  return { shown: behind ? late : value, textActs, panelActs }
}
