import { codePointsOf, type CodePoints } from './code-points'
import { edgeAfter, edgeAtOrBefore, edgeBefore, type Edges } from './edges'
import { graphemesOf, snapped } from './graphemes'
import type { Interval } from './interval'
import { linesOf } from './lines'
import { sentencesOf } from './sentences'
import { wordsOf } from './words'

export type CaretUnit = 'grapheme' | 'word' | 'sentence' | 'line' | 'text'
export type CaretDirection = 'forward' | 'backward'

/** Where a caret can go in one text. Units are cut when first asked for (words a sentence at a time) and kept. */
export type Caret = {
  readonly points: CodePoints
  readonly graphemes: Edges
  /**
   * The place one unit on: forward to the end of this unit or, standing there, of the next; backward to its start or the
   * one before. Always on a grapheme edge, always further than `offset` unless the text ends there.
   */
  moved(offset: number, unit: CaretUnit, direction: CaretDirection): number
  /** The unit around a place, for a double click or "select the sentence"; null where there is none (between words). */
  unitAt(offset: number, unit: CaretUnit): Interval | null
}

/** `locale` is the text's language, not the interface's; it decides what a word is. */
export function caretOf(text: string, locale: string): Caret {
  const points = codePointsOf(text)
  const graphemes = graphemesOf(points)
  const onEdges = (pieces: Interval[]) => pieces.map((piece) => snapped(graphemes, piece))

  const lines = once(() => onEdges(linesOf(points)))
  const sentences = once(() => sentencesOf(points))
  /** A sentence is selected without the white space after it. */
  const spoken = once(() =>
    onEdges(
      sentences().map(({ start, end }) => ({
        start,
        end: start + [...points.slice(start, end).trimEnd()].length,
      })),
    ),
  )
  const wordsBySentence = new Map<number, Interval[]>()
  const wordsIn = (sentence: number): Interval[] => {
    const known = wordsBySentence.get(sentence)
    if (known) return known
    const place = sentences()[sentence]
    const words = place ? onEdges(wordsOf(points, locale, place)) : []
    wordsBySentence.set(sentence, words)
    return words
  }
  const sentenceAt = (offset: number) => {
    const found = sentences().findIndex(({ end }) => offset < end)
    return found === -1 ? sentences().length - 1 : found
  }

  const piecesNear = function* (unit: 'word' | 'sentence' | 'line', offset: number, step: 1 | -1) {
    if (unit === 'line') yield lines()
    else if (unit === 'sentence') yield spoken()
    else for (let at = sentenceAt(offset); at >= 0 && at < sentences().length; at += step) yield wordsIn(at)
  }
  const moved = (offset: number, unit: CaretUnit, direction: CaretDirection): number => {
    const forward = direction === 'forward'
    if (unit === 'text') return forward ? points.length : 0
    if (unit === 'grapheme') return forward ? edgeAfter(graphemes, offset) : edgeBefore(graphemes, offset)
    for (const pieces of piecesNear(unit, offset, forward ? 1 : -1)) {
      const next = forward
        ? pieces.find(({ end }) => end > offset)?.end
        : pieces.findLast(({ start }) => start < offset)?.start
      if (next !== undefined) return next
    }
    return forward ? points.length : 0
  }

  const unitAt = (offset: number, unit: CaretUnit): Interval | null => {
    if (offset >= points.length) return null
    if (unit === 'text') return { start: 0, end: points.length }
    if (unit === 'grapheme') {
      const start = edgeAtOrBefore(graphemes, offset)
      return { start, end: edgeAfter(graphemes, start) }
    }
    const pieces = unit === 'word' ? wordsIn(sentenceAt(offset)) : unit === 'line' ? lines() : spoken()
    return pieces.find(({ start, end }) => start <= offset && offset < end) ?? null
  }
  return { points, graphemes, moved, unitAt }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
