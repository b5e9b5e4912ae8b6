import { edgeAtOrBefore } from '@/lib/spans/edges'
import type { Interval } from '@/lib/spans/interval'
import type { CaretMove } from './caret-keys'
import { caretBox, isNewline, offsetAtPoint } from './dom-boxes'
import type { TextModel } from './text-model'
import type { TextSelection } from './text-selection'
import { visualLines, type CaretPlace } from './visual-lines'

export type Moved = {
  selection: TextSelection
  /** The column that up and down keep to; null after any other move. */
  column: number | null
  /** What a screen reader should say: what the caret passed, or the line it came to. */
  heard: Interval
}

/** Where a move takes a selection. Reads layout for lines and pages only. */
export function movedSelection(
  root: Element,
  model: TextModel,
  from: TextSelection,
  move: CaretMove,
  { column, page }: { column: number | null; page: number },
): Moved {
  if (move.kind === 'all') {
    const all = { start: 0, end: model.points.length }
    return { selection: { anchor: 0, focus: all.end }, column: null, heard: all }
  }
  const forward = move.direction === 'forward'
  const done = (to: CaretPlace, kept: number | null, heard: Interval): Moved => ({
    selection: { anchor: move.extend ? from.anchor : to.offset, focus: to.offset, upstream: to.upstream },
    column: kept,
    heard,
  })
  const here: CaretPlace = { offset: from.focus, upstream: from.upstream ?? false }

  if (move.kind === 'unit') {
    // Without Shift a selection folds to the side the arrow points to.
    if (!move.extend && from.anchor !== from.focus && move.unit === 'grapheme') {
      const offset = forward ? Math.max(from.anchor, from.focus) : Math.min(from.anchor, from.focus)
      return done({ offset, upstream: false }, null, { start: offset, end: model.moved(offset, 'grapheme', 'forward') })
    }
    const offset = model.moved(here.offset, move.unit, move.direction)
    const heard = { start: Math.min(offset, here.offset), end: Math.max(offset, here.offset) }
    return done({ offset, upstream: false }, null, heard)
  }

  const lines = visualLines(
    model.graphemes,
    (offset, upstream) => caretBox(root, model, offset, upstream),
    (start) => isNewline(model, start),
    (px, py) => {
      const offset = offsetAtPoint(root, model, px, py)
      return offset === null ? null : edgeAtOrBefore(model.graphemes, offset)
    },
  )
  if (move.kind === 'line-edge') {
    const to = forward ? lines.lineEnd(here) : lines.lineStart(here)
    return done(to, null, { start: Math.min(to.offset, here.offset), end: Math.max(to.offset, here.offset) })
  }
  const x = column ?? caretBox(root, model, here.offset, here.upstream).x
  const to =
    move.kind === 'line' ? lines.lineMoved(here, x, forward) : lines.distanceMoved(here, x, forward ? page : -page)
  return done(to, x, lines.lineText(to))
}
