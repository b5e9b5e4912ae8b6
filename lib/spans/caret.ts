import { codePointsOf, type CodePoints } from './code-points'
import { edgeAfter, edgeAtOrAfter, edgeAtOrBefore, edgeBefore, type Edges } from './edges'
import { graphemesOf } from './graphemes'
import type { Interval } from './interval'
import { linesOf } from './lines'
import { sentencesOf } from './sentences'
import { wordsOf } from './words'

export type CaretUnit = 'grapheme' | 'word' | 'sentence' | 'line' | 'text'
export type CaretDirection = 'forward' | 'backward'

/** Where a caret can go in one text. Units are cut when first asked for and kept. */
export type Caret = {
  readonly points: CodePoints
  readonly graphemes: Edges
  /**
   * The place one unit on: forward to the end of this unit or, standing there, of the next; backward to its start or the
   * one before. Always on a grapheme edge, always further than `offset` unless the text ends there.
   */
  moved(offset: number, unit: CaretUnit, direction: CaretDirection): number
  /** The unit around a place, for a double click or "select the sentence"; null where there is none (between words). */
  unitAt(offset: number, unit: Exclude<CaretUnit, 'text'>): Interval | null
}

export function caretOf(text: string, locale: string): Caret {
  const points = codePointsOf(text)
  const graphemes = graphemesOf(points)
  const cut: Partial<Record<CaretUnit, Stops>> = {}

  const stopsOf = (unit: 'word' | 'sentence' | 'line'): Stops => {
    const known = cut[unit]
    if (known) return known
    const pieces =
      unit === 'word' ? wordsOf(points, locale) : unit === 'line' ? linesOf(points) : sentencesOf(points).map(trimmed)
    return (cut[unit] = {
      starts: Uint32Array.from(pieces, (piece) => edgeAtOrBefore(graphemes, piece.start)),
      ends: Uint32Array.from(pieces, (piece) => edgeAtOrAfter(graphemes, piece.end)),
    })
  }
  /** A sentence is selected without the white space after it. */
  const trimmed = ({ start, end }: Interval): Interval => {
    const kept = [...points.slice(start, end).trimEnd()].length
    return { start, end: start + kept }
  }

  const moved = (offset: number, unit: CaretUnit, direction: CaretDirection): number => {
    const forward = direction === 'forward'
    if (unit === 'text') return forward ? points.length : 0
    if (unit === 'grapheme') return forward ? edgeAfter(graphemes, offset) : edgeBefore(graphemes, offset)
    const { starts, ends } = stopsOf(unit)
    if (!forward) return edgeBefore(starts, offset)
    // Behind the last stop `edgeAfter` answers with that stop; the way on is then the end of the text.
    const next = edgeAfter(ends, offset)
    return next > offset ? next : points.length
  }

  const unitAt = (offset: number, unit: Exclude<CaretUnit, 'text'>): Interval | null => {
    if (unit === 'grapheme') {
      const start = edgeAtOrBefore(graphemes, offset)
      return start < points.length ? { start, end: edgeAfter(graphemes, start) } : null
    }
    const { starts, ends } = stopsOf(unit)
    const start = edgeAtOrBefore(starts, offset)
    const end = edgeAfter(ends, start)
    return starts.includes(start) && start <= offset && offset < end ? { start, end } : null
  }
  return { points, graphemes, moved, unitAt }
}

type Stops = { starts: Edges; ends: Edges }
