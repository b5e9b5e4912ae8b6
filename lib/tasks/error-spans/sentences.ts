import { z } from 'zod'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { sentencesOf } from '@/lib/spans/sentences'

/**
 * How the data that a text comes from numbers its sentences, from 0, by their places in code points; null for a number that names nothing in
 * it. Runs name sentences by these numbers, and no rule guesses how somebody else cut. Says nothing of where an error is.
 */
export const sentencesField = z.array(z.strictObject({ start: z.int().min(0), end: z.int().min(1) }).nullable()).max(20_000)
type StatedSentences = z.infer<typeof sentencesField>

/** Whether every place lies in a text of so many code points. */
export const liesIn = (sentences: StatedSentences, length: number): boolean =>
  sentences.every((place) => place === null || (place.start < place.end && place.end <= length))

/** Sentences by the rule of `lib/spans/sentences.ts`, without the white space around them. */
export function cutSentences(text: string): Interval[] {
  const points = codePointsOf(text)
  const trimmed = ({ start, end }: Interval): Interval => {
    const sentence = points.slice(start, end)
    const from = sentence.length - sentence.trimStart().length
    // White space is all in the basic plane: as many code points as UTF-16 units.
    return { start: start + from, end: Math.max(start + from, end - (sentence.length - sentence.trimEnd().length)) }
  }
  return sentencesOf(points).map(trimmed).filter(({ start, end }) => start < end)
}
