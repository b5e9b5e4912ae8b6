'use client'
import { useEffect, type RefObject } from 'react'
import { focusAtEnd } from '@/components/tasks/focus-at-end'
import type { Authoring } from './use-authoring'

/** Brings the focus to where an edit left it: a criterion's card, or its words. */
export function useWantedCriterion(root: RefObject<HTMLElement | null>, { wanted, settleWanted }: Pick<Authoring, 'wanted' | 'settleWanted'>) {
  useEffect(() => {
    if (!wanted) return
    const id = CSS.escape(wanted.id)
    const target = root.current?.querySelector<HTMLElement>(wanted.part === 'text' ? `[data-criterion-text="${id}"]` : `[data-criterion="${id}"]`)
    if (!target) return
    if (wanted.part === 'card') target.focus()
    else if (wanted.atStart && target instanceof HTMLTextAreaElement) {
      target.focus()
      target.setSelectionRange(0, 0)
    } else focusAtEnd(target)
    target.scrollIntoView({ block: 'nearest' })
    settleWanted()
  })
}
