import { memo } from 'react'
import type { PieceMark } from './piece-marks'
import type { TextBlock as Block } from './text-blocks'
import { TextPiece } from './text-piece'

/** One paragraph with its newline. Its own first strong character decides its direction. */
export const TextBlock = memo(
  function TextBlock({ block, marks }: { block: Block; marks: readonly (readonly PieceMark[])[] }) {
    return (
      <div dir="auto" data-at={block.at} className="min-h-lh">
        {block.pieces.map((piece, index) => (
          <TextPiece key={piece.at} piece={piece} marks={marks[index] ?? []} />
        ))}
      </div>
    )
  },
  (before, after) => before.block === after.block && before.marks === after.marks,
)
