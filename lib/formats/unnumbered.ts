import { eachLine } from '@/lib/formats/text-lines'

/** A sentence's place in the text, UTF-16 units, `[start, end)`, its line end not included. */
export type SentencePlace = { start: number; end: number }

/**
 * Takes the numbers off lines numbered `1. `, `2. `… in unbroken order; everything else, line ends included, stays as it
 * is. A line without the next number belongs to the sentence before it. Where the first line has no `1. `, the text is
 * returned whole and no place is known.
 */
export function unnumbered(numbered: string): { text: string; places: SentencePlace[] } {
  let text = ''
  const places: SentencePlace[] = []
  eachLine(numbered, (line, terminator) => {
    const prefix = `${places.length + 1}. `
    const begins = line.startsWith(prefix) && (places.length > 0 || text === '')
    const kept = begins ? line.slice(prefix.length) : line
    if (begins) places.push({ start: text.length, end: text.length + kept.length })
    text += kept + terminator
    const last = places.at(-1)
    if (last && line.trim() !== '') last.end = text.length - terminator.length
  })
  return { text, places }
}
