import { memo, type CSSProperties, type ReactNode } from 'react'
import { laneCount, markClasses } from './mark-classes'
import { paintedRuns, samePieceMarks, type PaintedRun, type PieceMark } from './piece-marks'
import type { TextPiece as Piece } from './text-blocks'

/** Paints one piece of a text and its marks; again only when one of its own marks has changed. */
export const TextPiece = memo(
  function TextPiece({ piece, marks }: { piece: Piece; marks: readonly PieceMark[] }) {
    return <span data-at={piece.at}>{paintedRuns(piece, marks).map((run) => paintedRun(run))}</span>
  },
  (before, after) => before.piece === after.piece && samePieceMarks(before.marks, after.marks),
)

function paintedRun({ start, text, covers }: PaintedRun): ReactNode {
  return covers.reduceRight<ReactNode>(
    (inner, { mark, lane }) => (
      <span
        key={start}
        data-mark={mark.id}
        data-span-colour={mark.colour}
        data-tone={mark.tone}
        data-label={mark.start === start && mark.label ? mark.label.toUpperCase() : undefined}
        style={{ '--lane': lane % laneCount } as CSSProperties}
        className={markClasses}
      >
        {inner}
      </span>
    ),
    text,
  )
}
