'use client'
import { useLayoutEffect, useRef, type RefObject } from 'react'
import { focusFirstProblem } from '@/components/tasks/focus-first-problem'
import { useNewAttempt } from '@/components/tasks/use-new-attempt'

/**
 * Whoever tried to hand in is each time taken to the first thing that is missing. The panel may be a frame behind the text: then
 * `panelActs` brings it up, and the focus goes there with it.
 */
export function useProblemFocus(root: RefObject<HTMLElement | null>, attempts: number, panelActs: () => void): void {
  const wanted = useRef(false)
  useLayoutEffect(() => {
    if (!wanted.current || !root.current) return
    wanted.current = false
    focusFirstProblem(root.current)
  })
  useNewAttempt(attempts, () => {
    if (!root.current) return
    wanted.current = !focusFirstProblem(root.current)
    panelActs()
  })
}
