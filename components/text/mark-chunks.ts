import { lanesOf } from '@/lib/spans/lanes'
import type { Mark } from './mark'

/** A mark and the lane of its underline. */
export type LanedMark = { readonly mark: Mark; readonly lane: number }

/** Marks that begin in the same stretch of the text. */
export type MarkChunk = { readonly number: number; readonly marks: readonly LanedMark[] }

const stretch = 800

/**
 * Marks in groups of neighbours, each mark with its lane: a group is what is laid out and painted again for one changed mark.
 * By place and not by count, so that a new mark leaves the other groups as they are.
 */
export function markChunks(marks: readonly Mark[]): MarkChunk[] {
  const lanes = lanesOf(marks)
  const chunks = new Map<number, LanedMark[]>()
  marks.forEach((mark, index) => {
    const number = Math.floor(mark.start / stretch)
    const laned = { mark, lane: lanes[index]! }
    const chunk = chunks.get(number)
    if (chunk) chunk.push(laned)
    else chunks.set(number, [laned])
  })
  return [...chunks].map(([number, list]) => ({ number, marks: list }))
}

/** Whether two groups look the same. */
export function sameLook(a: readonly LanedMark[], b: readonly LanedMark[]): boolean {
  return a.length === b.length && a.every((one, index) => sameMark(one, b[index]!))
}

const sameMark = (a: LanedMark, b: LanedMark) =>
  a.lane === b.lane &&
  (a.mark === b.mark ||
    (a.mark.id === b.mark.id &&
      a.mark.start === b.mark.start &&
      a.mark.end === b.mark.end &&
      a.mark.colour === b.mark.colour &&
      a.mark.label === b.mark.label &&
      a.mark.tone === b.mark.tone))
