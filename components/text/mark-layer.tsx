import { useMemo, type RefObject } from 'react'
import type { Mark } from './mark'
import { MarkChunk } from './mark-chunk'
import { markChunks } from './mark-chunks'
import type { TextModel } from './text-model'

/** All marks, in a layer below the text: it takes no part in the text's own layout and no click. */
export function MarkLayer({
  frame,
  model,
  marks,
  layout,
}: {
  frame: RefObject<HTMLElement | null>
  model: TextModel
  marks: readonly Mark[]
  layout: number
}) {
  const chunks = useMemo(() => markChunks(marks), [marks])
  return (
    <div aria-hidden data-marks className="pointer-events-none absolute inset-0 -z-10 select-none">
      {chunks.map((chunk) => (
        <MarkChunk key={chunk.number} {...{ frame, model, layout }} marks={chunk.marks} />
      ))}
    </div>
  )
}
