import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'

/**
 * Where a quotation stands in the text that begins with the sentence of this number in MEDEC's `Sentences` column (`0 …`,
 * `1 …`, one a line), found by walking both: the only way to tell two equal sentences apart. Null when the number is none
 * of theirs, the walk loses its way, or other words stand there.
 */
export function numberedPlace(text: string, quote: string, sentences: string, number: string): Interval | null {
  if (!/^\d+$/.test(number.trim())) return null
  let at = 0
  for (const line of sentences.split(/\r\n|\r|\n/)) {
    const { 1: found, 2: rest = '' } = /^\s*(\d+) (.*)$/su.exec(line) ?? []
    if (found === undefined) continue
    const sentence = rest.trim()
    const start = text.indexOf(sentence, at)
    if (start === -1) return null
    at = start + sentence.length
    if (Number(found) !== Number(number)) continue
    if (!text.startsWith(quote, start)) return null
    const points = codePointsOf(text)
    return { start: points.toCodePoint(start), end: points.toCodePoint(start + quote.length) }
  }
  return null
}
