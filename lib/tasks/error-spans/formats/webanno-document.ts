import { escapedText, escapedValue } from '@/lib/formats/webanno-escapes'
import { codePointsOf } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import { sentencesOf } from '@/lib/spans/sentences'
import type { ExchangeSpan } from './exchange-record'

export const webannoFeatures = ['type', 'correction', 'explanation', 'references'] as const
/** The columns of a token that no span touches, as nearly all are. */
const unmarked = webannoFeatures.map(() => '_').join('\t')

/**
 * A document's TSV. Each sentence holds the white space behind it, so that the sentences' texts joined are the text; white
 * space is a token only where the text begins or a span ends in it. UTF-16 throughout.
 */
export function webannoDocument(text: string, spans: readonly ExchangeSpan[]): string {
  const points = codePointsOf(text)
  const utf16 = ({ start, end }: Interval): Interval => ({ start: points.toUtf16(start), end: points.toUtf16(end) })
  const places = spans.map(utf16)
  const sentences = joinedLead(text, sentencesOf(points).map(utf16))
  const tokens = tokensOf(text, sentences, places)
  const covers = tokens.map((token) =>
    places.flatMap((place, index) => (place.start < token.end && token.start < place.end ? [index] : [])),
  )
  const touched = places.map(() => 0)
  for (const stack of covers) for (const index of stack) touched[index] = (touched[index] ?? 0) + stack.length
  // A span alone on one token needs no number to be told from others; all have one where it has to tell their order.
  const inOrder = places.every(({ start }, index) => start >= (places[index - 1]?.start ?? 0))
  let numbers = 0
  const numberOf = touched.map((count) => (count > 1 || !inOrder ? `[${(numbers += 1)}]` : ''))
  const cells = spans.map((span, index) => webannoFeatures.map((name) => valueOf(span, name) + (numberOf[index] ?? '')))

  let tsv = `#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.ErrorSpan|${webannoFeatures.join('|')}\n\n`
  let next = 0
  for (const [at, sentence] of sentences.entries()) {
    tsv += '\n'
    for (const line of text.slice(sentence.start, sentence.end).split('\n')) tsv += `#Text=${escapedText(line)}\n`
    for (let nth = 1; (tokens[next]?.start ?? Infinity) < sentence.end; nth += 1, next += 1) {
      const { start, end } = tokens[next] as Interval
      const stack = covers[next] ?? []
      const columns = stack.length ? webannoFeatures.map((_, column) => stack.map((index) => cells[index]?.[column]).join('|')).join('\t') : unmarked
      tsv += `${at + 1}-${nth}\t${start}-${end}\t${escapedText(text.slice(start, end))}\t${columns}\t\n`
    }
  }
  return tsv
}

function valueOf(span: ExchangeSpan, name: (typeof webannoFeatures)[number]): string {
  if (name === 'references') return span.references.length ? escapedValue(JSON.stringify(span.references)) : '*'
  return span[name] === '' ? '*' : escapedValue(span[name])
}

/** A sentence of nothing but white space, which only a text can begin with, goes to the one behind it. */
function joinedLead(text: string, sentences: readonly Interval[]): Interval[] {
  const [first, second] = sentences
  if (!first || !second || text.slice(first.start, first.end).trim() !== '') return [...sentences]
  return [{ start: first.start, end: second.end }, ...sentences.slice(2)]
}

/** Runs of letters and digits, single ideographs and other signs, each with the marks that belong to it. */
const word = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}][\p{M}\u200d]*|(?:(?![\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}])[\p{L}\p{N}\p{M}\u200d])+|[^\s\p{L}\p{N}\p{M}\u200d](?:[\p{M}\p{Emoji_Modifier}]|\u200d[^\s])*/gu // prettier-ignore

function tokensOf(text: string, sentences: readonly Interval[], places: readonly Interval[]): Interval[] {
  const cuts = new Set<number>([0, ...sentences.map(({ start }) => start)])
  const tokens = new Map<number, Interval>()
  for (const { 0: found, index } of text.matchAll(word)) cuts.add(index).add(index + found.length)
  const edges = new Set(places.flatMap(({ start, end }) => [start, end]))
  const sorted = [...cuts, ...edges, text.length].sort((a, b) => a - b)
  for (const [at, start] of sorted.entries()) {
    const end = sorted[at + 1] ?? start
    if (end === start) continue
    const blank = text.slice(start, end).trim() === ''
    if (!blank || start === 0 || edges.has(start) || edges.has(end)) tokens.set(start, { start, end })
  }
  return [...tokens.values()]
}
