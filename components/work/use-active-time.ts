'use client'
import { useCallback, useEffect, useRef } from 'react'

/** Without a key, a click, a scroll or a touch for this long, a person is taken to be away. */
const idleAfterMs = 60_000
const tickMs = 1_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchstart', 'selectionchange'] as const

/**
 * Milliseconds of work on what is before the person: counted only while the page is visible and the last sign of life is
 * recent. Starts from `startMs` (an earlier visit's); mount it anew for another piece of work.
 */
export function useActiveTime(startMs: number): () => number {
  const total = useRef(startMs)
  useEffect(() => {
    total.current = startMs
    let lastSign = performance.now()
    let lastTick = performance.now()
    const sign = () => {
      lastSign = performance.now()
    }
    const timer = setInterval(() => {
      const now = performance.now()
      const here = document.visibilityState === 'visible' && now - lastSign < idleAfterMs
      // A sleeping laptop makes one long tick; it counts for no more than its own length.
      if (here) total.current += Math.min(now - lastTick, 2 * tickMs)
      lastTick = now
    }, tickMs)
    for (const kind of signs) document.addEventListener(kind, sign, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const kind of signs) document.removeEventListener(kind, sign, { capture: true })
    }
  }, [startMs])
  return useCallback(() => Math.round(total.current), [])
}
