import { useLayoutEffect, type RefObject } from 'react'
import { revealPlace } from './reveal-place'
import type { TextModel } from './text-model'

/**
 * Scrolls after the caret as it moves, except under a pointer that is pressed. A component of its own, to stand before all that is placed by hand:
 * effects run in this order, and a look at the layout after somebody's writing makes the browser lay out everything again.
 */
export function KeptInView({
  frame,
  model,
  focus,
  pointing,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  focus: number
  pointing: RefObject<boolean>
}) {
  useLayoutEffect(() => {
    if (!pointing.current) revealPlace(frame.current, model, { start: focus, end: focus })
  }, [frame, focus, model, pointing])
  return null
}
