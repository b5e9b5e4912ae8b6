import { numberedSentence } from '@/lib/formats/medec-sentences'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/**
 * Where a quotation stands in the text that begins with the sentence of this number in MEDEC's `Sentences` column, in code
 * points: the only way to tell two equal sentences apart. Null when the number is none of theirs, or other words stand there.
 */
export function numberedPlace(text: string, quote: string, sentences: string, number: string): Interval | null {
  const sentence = numberedSentence(text, sentences, number)
  if (sentence === null) return null
  const points = codePointsOf(text)
  const start = points.toUtf16(sentence.start)
  if (!text.startsWith(quote, start)) return null
  return { start: sentence.start, end: points.toCodePoint(start + quote.length) }
}
