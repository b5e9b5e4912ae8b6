'use client'
import { useState } from 'react'
import type { FieldProblem } from '@/lib/errors'
import { viewOfProblems, type ComparisonView } from './view-of-problems'

/** Which view of a bench is open. The page puts the focus on what is missing, so it has to be there by then: in the same rendering. */
export function useComparisonView(attempts: number, problems: readonly FieldProblem[], isEdited?: (path: string) => boolean) {
  const [view, setView] = useState<ComparisonView>('differences')
  const [tried, setTried] = useState(attempts)
  if (tried !== attempts) {
    setTried(attempts)
    setView(viewOfProblems(view, problems, isEdited))
  }
  return [view, setView] as const
}
