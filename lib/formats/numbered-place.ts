import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/**
 * Where a quotation stands in the text that begins with the sentence of its number (`numberedSentence`), in code points: the
 * only way to tell two equal sentences apart. Null when there is no such sentence, or other words stand there.
 */
export function numberedPlace(text: string, quote: string, sentence: Interval | null): Interval | null {
  if (sentence === null) return null
  const points = codePointsOf(text)
  const start = points.toUtf16(sentence.start)
  if (!text.startsWith(quote, start)) return null
  return { start: sentence.start, end: points.toCodePoint(start + quote.length) }
}
