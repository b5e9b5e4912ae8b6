import { useImperativeHandle, useState, type Ref, type RefObject } from 'react'
import { lanesOf } from '@/lib/spans/lanes'
import { exactText } from './exact-text'
import type { Mark } from './mark'
import { placeOn, type Place } from './mark-place'
import { MarkShape } from './mark-shape'
import type { TextModel } from './text-model'

export type ComingMarkHandle = { show: (mark: Mark | null) => void }

/** A mark that is about to be there, drawn as it will be; nothing else is rendered for it, so that it is in the next frame. */
export function ComingMark({
  frame,
  model,
  marks,
  ref,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  marks: readonly Mark[]
  ref: Ref<ComingMarkHandle>
}) {
  const [shown, setShown] = useState<({ mark: Mark; lane: number } & Place) | null>(null)
  useImperativeHandle(ref, () => ({
    show: (mark) => {
      const root = exactText(frame.current)
      if (!mark || !root || !frame.current) return setShown(null)
      const within = frame.current.getBoundingClientRect()
      setShown({ mark, lane: lanesOf([...marks, mark]).at(-1) ?? 0, ...placeOn(root, model, mark, within) })
    },
  }))
  return (
    shown && (
      <div aria-hidden className="pointer-events-none absolute inset-0 -z-10 [contain:size_layout_style] select-none">
        <MarkShape {...shown} />
      </div>
    )
  )
}
