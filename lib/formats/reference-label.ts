import { codePointsOf } from '@/lib/spans/code-points'
import type { Json } from '@/lib/tasks/task'

/** Where an imported set says the error is; offsets in code points, `[start, end)`. */
export type ReferenceSpan = {
  start: number
  end: number
  quote: string
  type: string | null
  correction: string | null
}

/**
 * A reference label of a fact-checking set, the same whatever the set, kept as `sealed.reference`. `located` says how the
 * span was found: its quote stands exactly once in the text; by the number of its sentence, where the quote does not; not
 * at all (null, and `spans` is empty although the text is erroneous).
 */
export type ReferenceLabel = {
  veracity: 'correct' | 'erroneous'
  located: 'quote' | 'sentence' | null
  spans: ReferenceSpan[]
}

export function referenceLabel(options: {
  text: string
  erroneous: boolean
  quote: string | null
  type: string | null
  correction: string | null
  /** The numbered sentence in UTF-16 units, where the set's numbering can be relied on. */
  sentence?: { start: number; end: number } | null
}): ReferenceLabel {
  const { text, erroneous, quote, type, correction } = options
  if (!erroneous) return { veracity: 'correct', located: null, spans: [] }
  const once = quote ? onlyOccurrence(text, quote) : null
  const place = once ?? options.sentence ?? null
  if (place === null) return { veracity: 'erroneous', located: null, spans: [] }
  const found = text.slice(place.start, place.end)
  const points = codePointsOf(text)
  const [start, end] = [points.toCodePoint(place.start), points.toCodePoint(place.end)]
  const span = { start, end, quote: found, type, correction }
  return { veracity: 'erroneous', located: once ? 'quote' : 'sentence', spans: [span] }
}

/** As the JSON that a seal holds. */
export const referenceJson = (label: ReferenceLabel): Json => label

function onlyOccurrence(text: string, quote: string): { start: number; end: number } | null {
  const start = text.indexOf(quote)
  if (start === -1 || text.includes(quote, start + 1)) return null
  return { start, end: start + quote.length }
}
