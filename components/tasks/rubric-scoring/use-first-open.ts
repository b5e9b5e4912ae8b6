'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { Cell } from './cells'
import type { Scoring } from './use-scoring'

/**
 * Whoever tried to hand in is each time taken to the first thing that is missing, also of a response that is not on the page. `open` is
 * by the draft itself: what the page knows of problems may be a key press behind.
 */
export function useFirstOpen(attempts: number, open: readonly Cell[], scoring: Scoring) {
  const now = useRef({ open, scoring })
  useLayoutEffect(() => {
    now.current = { open, scoring }
  })
  useEffect(() => {
    const [first] = now.current.open
    if (attempts > 0 && first) now.current.scoring.attend(first)
  }, [attempts])
}
