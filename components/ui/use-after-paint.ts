import { useCallback, useEffect, useRef } from 'react'
import { flushSync } from 'react-dom'

const inputs = ['keydown', 'pointerdown', 'visibilitychange', 'pagehide'] as const

/**
 * Does something once the frame that is due has been painted, and in any case before the next key or finger and before the
 * page goes: whoever acts next acts on what is done. Of two, the earlier is done before the later begins to wait.
 */
export function useAfterPaint(): (act: () => void) => void {
  const waiting = useRef<(() => void) | null>(null)
  const taken = useCallback(() => {
    const act = waiting.current
    waiting.current = null
    return act
  }, [])
  const settle = useCallback(() => {
    const act = taken()
    if (act) flushSync(act)
  }, [taken])
  useEffect(() => {
    for (const input of inputs) window.addEventListener(input, settle, { capture: true })
    return () => {
      for (const input of inputs) window.removeEventListener(input, settle, { capture: true })
      taken()?.()
    }
  }, [settle, taken])
  return useCallback(
    (act) => {
      settle()
      waiting.current = act
      // A timer set in an animation frame runs when that frame has been painted.
      requestAnimationFrame(() => setTimeout(() => waiting.current === act && settle()))
    },
    [settle],
  )
}
