'use client'
import { useLayoutEffect, type RefObject } from 'react'
import { focusAtEnd } from '@/components/tasks/focus-at-end'
import { cellKey } from './cells'
import type { Scoring } from './use-scoring'

/** What was asked for by key has the focus as soon as it is on the page. */
export function useWantedFocus(root: RefObject<HTMLElement | null>, { active, wantedRef }: Scoring) {
  useLayoutEffect(() => {
    const want = wantedRef.current
    if (!want || !active) return
    wantedRef.current = null
    const cell = root.current?.querySelector<HTMLElement>(`[data-cell="${cellKey(active)}"]`)
    const field = want === 'rationale' ? cell?.querySelector<HTMLElement>('[data-part=rationale]') : null
    if (field) focusAtEnd(field)
    else if (want !== 'marking') cell?.focus({ preventScroll: true })
    cell?.scrollIntoView({ block: 'nearest' })
  })
}
