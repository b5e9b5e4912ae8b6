import { useCallback, useLayoutEffect, useMemo, useRef, type RefObject } from 'react'
import type { TextSurfaceHandle } from '@/components/text/text-surface'
import type { ErrorType } from '@/lib/tasks/error-spans/form'
import type { Draft, Veracity } from '@/lib/tasks/error-spans/judgment'
import { written, type Edit } from './draft-changes'
import type { SpanVerbs } from './span-card'
import type { SpanEditing } from './use-span-editing'

type Current = {
  editing: SpanEditing
  draft: Draft
  judge: (veracity: Veracity) => void
  applyType: (type: ErrorType) => void
  travel: (way: 'undo' | 'redo') => void
  openGuideline: () => void
}

/**
 * What the panel can do. The cards are many and remember what they were given: these are the same functions for the editor's
 * life, and read what is current when they are called.
 */
export function useSteadyVerbs({
  now: current,
  surface,
  changeInPanel,
  panelActs,
}: {
  now: Current
  surface: RefObject<TextSurfaceHandle | null>
  changeInPanel: (edit: Edit, step?: string | null) => void
  panelActs: () => void
}) {
  const now = useRef(current)
  useLayoutEffect(() => {
    now.current = current
  })
  const onTravel = useCallback((way: 'undo' | 'redo') => now.current.travel(way), [])
  const onGuideline = useCallback(() => now.current.openGuideline(), [])
  const onVeracity = useCallback((veracity: Veracity) => now.current.judge(veracity), [])
  const onType = useCallback((type: ErrorType) => now.current.applyType(type), [])
  const verbs = useMemo<SpanVerbs>(() => {
    const find = (id: string) => now.current.draft.spans.find((span) => span.id === id)
    return {
      toggle: (id) => {
        const span = find(id)
        if (!span) return
        panelActs()
        if (now.current.editing.active?.id === id) return now.current.editing.letGo()
        now.current.editing.show(span)
        surface.current?.reveal(span)
      },
      attend: (id) => {
        const span = find(id)
        if (span && now.current.editing.active === null) now.current.editing.show(span, false)
      },
      write: (id, field, value) => changeInPanel(written(id, field, value), field === 'type' ? null : `${id} ${field}`),
      remove: (id) => {
        now.current.editing.remove(id)
        surface.current?.focus()
      },
    }
  }, [surface, changeInPanel, panelActs])
  return { verbs, onTravel, onGuideline, onVeracity, onType }
}
