import type { CodePoints } from './code-points'
import type { Interval } from './interval'

/** Words of one part of a text as its language has them (Chinese and Japanese by dictionary); punctuation and space are none. */
export function wordsOf(points: CodePoints, locale: string, { start, end }: Interval): Interval[] {
  const words: Interval[] = []
  const from = points.toUtf16(start)
  for (const { segment, index, isWordLike } of segmenterFor(locale).segment(points.slice(start, end))) {
    if (!isWordLike) continue
    words.push({
      start: points.toCodePoint(from + index),
      end: points.toCodePoint(from + index + segment.length),
    })
  }
  return words
}

const segmenters = new Map<string, Intl.Segmenter>()

/** An item's language may be any tag a file carried; an unknown or malformed one must not break the caret. */
function segmenterFor(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale)
  if (known) return known
  let segmenter: Intl.Segmenter
  try {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  } catch {
    segmenter = new Intl.Segmenter('en', { granularity: 'word' })
  }
  segmenters.set(locale, segmenter)
  return segmenter
}
