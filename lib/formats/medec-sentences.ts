import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { eachLine } from '@/lib/formats/text-lines'

/**
 * Where the sentences of MEDEC's `Sentences` cell (one `ID sentence` a line, IDs from 0) stand in its `Text`, in code
 * points. The two differ in white space only, so that is not compared. A line without the next number belongs to the
 * sentence before. Null for a sentence that the text has nowhere behind the one before it.
 */
export function medecSentences(text: string, cell: string): (Interval | null)[] {
  const sentences: string[] = []
  eachLine(cell, (line) => {
    const prefix = `${sentences.length} `
    if (line.startsWith(prefix)) sentences.push(line.slice(prefix.length))
    else if (sentences.length > 0) sentences[sentences.length - 1] += line
  })
  const points = codePointsOf(text)
  let from = 0
  return sentences.map((sentence) => {
    let place = spacedLike(text, sentence, from)
    for (let at = from + 1; place === null && at < text.length; at++) place = spacedLike(text, sentence, at)
    if (place === null) return null
    from = place.end
    return { start: points.toCodePoint(place.start), end: points.toCodePoint(place.end) }
  })
}

/** That of this number; null where the number names none or the text has none such. */
export const numberedSentence = (sentences: readonly (Interval | null)[], number: string): Interval | null =>
  /^\d+$/.test(number.trim()) ? (sentences[Number(number)] ?? null) : null

/** Those of a row that numbers any. */
export const statedSentences = (sentences: (Interval | null)[]): { sentences?: (Interval | null)[] } =>
  sentences.some((place) => place !== null) ? { sentences } : {}

const space = /\s/

/** The sentence where it begins at this place, white space aside; null when something else stands there. */
function spacedLike(text: string, sentence: string, from: number): { start: number; end: number } | null {
  let at = from
  let start: number | null = null
  for (const unit of sentence) {
    if (space.test(unit)) continue
    while (at < text.length && space.test(text[at]!)) at++
    if (!text.startsWith(unit, at)) return null
    start ??= at
    at += unit.length
  }
  return start === null ? null : { start, end: at }
}
