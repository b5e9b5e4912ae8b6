import type { Caret } from '@/lib/spans/caret'
import { snapped } from '@/lib/spans/graphemes'
import type { Interval } from '@/lib/spans/interval'

/** Where a person stands in a text, in code points on grapheme edges. Nothing is selected where both ends are one. */
export type TextSelection = {
  readonly anchor: number
  readonly focus: number
  /** Where a line wraps, one offset is two places; true = the end of the upper line. */
  readonly upstream?: boolean
}

export const caretAt = (offset: number, upstream = false): TextSelection => ({
  anchor: offset,
  focus: offset,
  upstream,
})

export const isCaret = ({ anchor, focus }: TextSelection) => anchor === focus

export const sameSelection = (a: TextSelection, b: TextSelection) => a.anchor === b.anchor && a.focus === b.focus

/** The same selection with both ends on grapheme edges; it never becomes smaller and keeps its direction. */
export function snappedSelection(
  { graphemes }: Pick<Caret, 'graphemes'>,
  { anchor, focus }: TextSelection,
): TextSelection {
  const { start, end } = snapped(graphemes, { start: Math.min(anchor, focus), end: Math.max(anchor, focus) })
  return anchor <= focus ? { anchor: start, focus: end } : { anchor: end, focus: start }
}

/**
 * The place a selection marks: without the white space at its ends, which a double click or a triple click brings along,
 * on grapheme edges. All of it where there is nothing but white space; null where nothing is selected.
 */
export function markablePlace(
  { points, graphemes }: Pick<Caret, 'points' | 'graphemes'>,
  selection: TextSelection,
): Interval | null {
  if (isCaret(selection)) return null
  const { anchor, focus } = snappedSelection({ graphemes }, selection)
  const start = Math.min(anchor, focus)
  const end = Math.max(anchor, focus)
  const text = points.slice(start, end)
  const before = [.../^\s*/u.exec(text)![0]].length
  const after = [...text.trimEnd()].length
  if (before >= after) return { start, end }
  // A space that a combining mark stands on is a character of its own and stays.
  return snapped(graphemes, { start: start + before, end: start + after })
}
