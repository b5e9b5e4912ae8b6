import type { CodePoints } from './code-points'
import type { Interval } from './interval'

/**
 * Cuts a text into sentences that partition it (white space belongs to the sentence before). The rule is written here, and
 * not left to Intl.Segmenter, so that a score by sentence is the same on every machine. A sentence ends
 * 1. at a newline;
 * 2. after 。！？｡ with the closing quotes and brackets that follow;
 * 3. after . ! ? … with closing quotes and brackets, before white space or the end of the text, unless the next letter is
 *    lower case, or the full stop belongs to an abbreviation (`Dr.`, `vs.`; `No.` and `Fig.` before a number), or to the
 *    number of a list entry (`2. Aspirin` at the sentence's start).
 */
export function sentencesOf(points: CodePoints): Interval[] {
  const { text } = points
  const sentences: Interval[] = []
  let start = 0
  const cut = (end: number) => {
    sentences.push({ start: points.toCodePoint(start), end: points.toCodePoint(end) })
    start = end
  }
  for (let at = 0; at < text.length;) {
    if (!isEnder(text[at]!)) {
      at++
      continue
    }
    const first = at
    while (at < text.length && mark.test(text[at]!)) at++
    while (at < text.length && closer.test(text[at]!)) at++
    const closed = at
    while (at < text.length && space.test(text[at]!)) at++
    const hard = hasWide.test(text.slice(first, closed)) || newline.test(text.slice(closed, at))
    const apart = at > closed || at === text.length
    if (hard || (apart && endsSentence(text, start, first, closed, at))) cut(at)
    else at = closed
  }
  if (start < text.length) cut(text.length)
  return sentences
}

const newline = /[\n\r\u2028\u2029]/
const hasWide = /[。！？｡]/
const mark = /[.!?…。！？｡]/
const isEnder = (unit: string) => mark.test(unit) || newline.test(unit)
/** Marks that join the character before (a variant of 。) close it too. */
const closer = /[)\]}"'’”»›）］｝」』】》〉〕\p{M}\u200d]/u
const space = /\s/

/** Compared in lower case, without the last full stop. */
const abbreviations = new Set(['dr', 'mr', 'mrs', 'ms', 'prof', 'vs', 'cf', 'e.g', 'i.e'])
const beforeNumber = new Set(['no', 'nos', 'fig', 'figs', 'approx', 'ca', 'vol', 'p', 'pp'])

function endsSentence(text: string, start: number, first: number, closed: number, next: number): boolean {
  const following = String.fromCodePoint(text.codePointAt(next) ?? 0x20)
  if (/\p{Ll}/u.test(following)) return false
  if (text[first] !== '.' || closed !== first + 1) return true
  // No abbreviation is longer than this, and a bounded look back keeps the whole scan linear.
  const before = text.slice(Math.max(start, first - 12), first)
  const word = /[\p{L}\p{N}.]*$/u.exec(before)![0].toLowerCase()
  if (abbreviations.has(word)) return false
  if (beforeNumber.has(word) && /\p{N}/u.test(following)) return false
  return !(/^\d{1,3}$/.test(word) && text.slice(start, first).trim() === word && first - start < 12)
}
