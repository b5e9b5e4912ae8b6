import type { Interval } from '@/lib/spans/interval'
import { lanesOf } from '@/lib/spans/lanes'
import { runsOf } from '@/lib/spans/runs'
import type { Mark } from './mark'
import type { TextPiece } from './text-blocks'

/** A mark as one piece sees it. `lane` is the same along the whole mark. */
export type PieceMark = { readonly mark: Mark; readonly lane: number }

/** The marks that touch each piece, by lane; pieces partition the text in order. O(marks · log pieces + touches). */
export function marksByPiece(pieces: readonly Interval[], marks: readonly Mark[]): PieceMark[][] {
  const touching: PieceMark[][] = pieces.map(() => [])
  const lanes = lanesOf(marks)
  marks.forEach((mark, index) => {
    if (mark.start >= mark.end) return
    for (let at = firstEndingAfter(pieces, mark.start); at < pieces.length && pieces[at]!.start < mark.end; at++) {
      touching[at]!.push({ mark, lane: lanes[index]! })
    }
  })
  for (const list of touching) list.sort((a, b) => a.lane - b.lane || a.mark.start - b.mark.start)
  return touching
}

function firstEndingAfter(pieces: readonly Interval[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (pieces[middle]!.end > offset) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether two lists paint the same, so that a piece need not be painted again. */
export function samePieceMarks(a: readonly PieceMark[], b: readonly PieceMark[]): boolean {
  return a.length === b.length && a.every((one, index) => samePaint(one, b[index]!))
}

const samePaint = (a: PieceMark, b: PieceMark) =>
  a.lane === b.lane &&
  (a.mark === b.mark ||
    (a.mark.id === b.mark.id &&
      a.mark.start === b.mark.start &&
      a.mark.end === b.mark.end &&
      a.mark.colour === b.mark.colour &&
      a.mark.label === b.mark.label &&
      a.mark.tone === b.mark.tone))

/** A stretch of a piece under the same marks, outermost first. */
export type PaintedRun = { readonly start: number; readonly text: string; readonly covers: readonly PieceMark[] }

/** Cuts a piece at the edges of its marks; the runs join to exactly the piece's text. */
export function paintedRuns(piece: TextPiece, marks: readonly PieceMark[]): PaintedRun[] {
  if (marks.length === 0) return [{ start: piece.start, text: piece.text, covers: [] }]
  const inside = marks.map(({ mark }) => ({ start: mark.start - piece.start, end: mark.end - piece.start }))
  const { runs } = runsOf(piece.end - piece.start, inside)
  // Code points and UTF-16 are the same thing in most pieces; only the others pay for the difference.
  const letters = piece.text.length === piece.end - piece.start ? null : [...piece.text]
  return runs.map(({ start, end, covers }) => ({
    start: piece.start + start,
    text: letters ? letters.slice(start, end).join('') : piece.text.slice(start, end),
    covers: covers.map((index) => marks[index]!).sort((a, b) => a.lane - b.lane),
  }))
}
