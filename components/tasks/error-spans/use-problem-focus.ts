'use client'
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import { focusFirstProblem } from '@/components/tasks/focus-first-problem'

/**
 * Whoever tried to hand in is each time taken to the first thing that is missing. The panel may be a frame behind the text: then
 * `panelActs` brings it up, and the focus goes there with it.
 */
export function useProblemFocus(root: RefObject<HTMLElement | null>, attempts: number, panelActs: () => void): void {
  const wanted = useRef(false)
  // What was tried before this editor came has been answered.
  const answered = useRef(attempts)
  useLayoutEffect(() => {
    if (!wanted.current || !root.current) return
    wanted.current = false
    focusFirstProblem(root.current)
  })
  useEffect(() => {
    if (attempts === answered.current || !root.current) return
    answered.current = attempts
    wanted.current = !focusFirstProblem(root.current)
    panelActs()
  }, [attempts, panelActs, root])
}
