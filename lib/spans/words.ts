import type { Locale } from '@/lib/locale'
import type { CodePoints } from './code-points'
import type { Interval } from './interval'

/** Words as the language has them, so Chinese and Japanese are cut by dictionary; punctuation and space are no words. */
export function wordsOf(points: CodePoints, locale: Locale | (string & {})): Interval[] {
  const words: Interval[] = []
  for (const { segment, index, isWordLike } of segmenterFor(locale).segment(points.text)) {
    if (!isWordLike) continue
    words.push({ start: points.toCodePoint(index), end: points.toCodePoint(index + segment.length) })
  }
  return words
}

/** An item's language may be any tag a file carried; an unknown or malformed one must not break the caret. */
function segmenterFor(locale: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(locale, { granularity: 'word' })
  } catch {
    return new Intl.Segmenter('en', { granularity: 'word' })
  }
}
