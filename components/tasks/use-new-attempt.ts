'use client'
import { useEffect, useLayoutEffect, useRef } from 'react'

/** Answers each try to hand in once; what was tried before this came to the page has been answered. */
export function useNewAttempt(attempts: number, answer: () => void): void {
  const answered = useRef(attempts)
  const latest = useRef(answer)
  useLayoutEffect(() => {
    latest.current = answer
  })
  useEffect(() => {
    if (attempts === answered.current) return
    answered.current = attempts
    latest.current()
  }, [attempts])
}
