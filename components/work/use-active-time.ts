'use client'
import { useEffect, useMemo, useRef } from 'react'
import { afterTick, tickMs, type Presence } from '@/lib/workflow/active-time'

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'scroll', 'touchstart', 'selectionchange'] as const

/** `atLeast`: what an earlier visit worked, where it is more than is counted yet. */
export type ActiveTime = { ms: () => number; atLeast: (ms: number) => void }

/** The time of work on what is before the person. Starts from `startMs` (an earlier visit's); mount it anew for another piece of work. */
export function useActiveTime(startMs: number): ActiveTime {
  const at = useRef<Presence>({ workedMs: startMs, tickAt: 0, signAt: 0 })
  useEffect(() => {
    const begun = performance.now()
    at.current = { workedMs: startMs, tickAt: begun, signAt: begun }
    const sign = () => {
      at.current = { ...at.current, signAt: performance.now() }
    }
    const timer = setInterval(() => {
      at.current = afterTick(at.current, performance.now(), document.visibilityState === 'visible')
    }, tickMs)
    for (const kind of signs) document.addEventListener(kind, sign, { passive: true, capture: true })
    return () => {
      clearInterval(timer)
      for (const kind of signs) document.removeEventListener(kind, sign, { capture: true })
    }
  }, [startMs])
  return useMemo(
    () => ({
      ms: () => Math.round(at.current.workedMs),
      atLeast: (ms) => {
        at.current = { ...at.current, workedMs: Math.max(at.current.workedMs, ms) }
      },
    }),
    [],
  )
}
