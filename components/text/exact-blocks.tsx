import { memo } from 'react'
import type { TextBlock } from './text-blocks'

/**
 * The text itself, one element a paragraph, one text node each. Painted once: marks, caret and handles lie in layers of their
 * own, so that nothing a reader does makes the browser break its lines again or tears a selection.
 */
export const ExactBlocks = memo(function ExactBlocks({ blocks }: { blocks: readonly TextBlock[] }) {
  return blocks.map(({ at, text }) => (
    // Its own first strong character decides a paragraph's direction.
    <div key={at} dir="auto" data-at={at} className="min-h-lh">
      {text}
    </div>
  ))
})
