import { codePointsOf, type CodePoints } from '@/lib/spans/code-points'
import type { Interval } from '@/lib/spans/interval'
import type { Json, JsonObject } from '../../task'
import type { ExchangeRecord, ExchangeSpan } from './exchange-record'

/** `record` is JSON to a JSON-LD processor: kept, not interpreted. */
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { record: { '@id': 'urn:doubleread:record', '@type': '@json' } },
] as const

/** What of an item no word of the vocabulary says. */
export const recordFields = ['textSha256', 'specialty', 'group', 'source', 'licence', 'tags', 'outcome', 'difficulty', 'confidence', 'verdict'] as const // prettier-ignore

const itemPrefix = 'items/'
export const iriOfId = (id: string) => itemPrefix + encodeURIComponent(id)

/** The id of an item's own address, or the address itself where somebody else chose it. */
export function idOfIri(iri: string): string {
  if (!iri.startsWith(itemPrefix)) return iri
  try {
    return decodeURIComponent(iri.slice(itemPrefix.length))
  } catch {
    return iri
  }
}

/** Addresses are relative to the file, and numbers those of the file's items, from 1. */
export function annotationsOf(record: ExchangeRecord, number: number): JsonObject[] {
  const { id, text, language, veracity, spans } = record
  const points = codePointsOf(text)
  const source = iriOfId(id)
  const whole: JsonObject = {
    id: source,
    type: 'Text',
    format: 'text/plain',
    value: text,
    ...(language === null ? {} : { language }),
  }
  return [
    {
      '@context': context,
      id: `#${number}`,
      type: 'Annotation',
      motivation: 'assessing',
      body: veracity === null ? [] : [body('assessing', veracity)],
      target: whole,
      record: Object.fromEntries(recordFields.map((name) => [name, (record[name] ?? null) as Json])),
    },
    ...spans.map((span, index): JsonObject => ({
      '@context': context,
      id: `#${number}-${index + 1}`,
      type: 'Annotation',
      motivation: 'editing',
      body: bodiesOf(span),
      target: { source, selector: selectorsOf(points, span) },
    })),
  ]
}

const body = (purpose: string, value: string): JsonObject => ({
  type: 'TextualBody',
  purpose,
  value,
  format: 'text/plain',
})

const bodiesOf = ({ type, correction, explanation, references }: ExchangeSpan): JsonObject[] => [
  ...(type === '' ? [] : [body('classifying', type)]),
  ...(correction === '' ? [] : [body('editing', correction)]),
  ...(explanation === '' ? [] : [body('describing', explanation)]),
  ...references.map((reference) => body('linking', reference)),
]

/** Enough before and behind to tell most repetitions apart. */
const around = 32

function selectorsOf(points: CodePoints, { start, end, quote }: Interval & { quote: string }): JsonObject[] {
  const from = edgeNear(points, Math.max(0, start - around), 1, start)
  const to = edgeNear(points, Math.min(points.length, end + around), -1, end)
  return [
    { type: 'TextPositionSelector', start, end },
    { type: 'TextQuoteSelector', exact: quote, prefix: points.slice(from, start), suffix: points.slice(end, to) },
  ]
}

/**
 * The first place from here to `limit` between two characters that do not join. Written out, because a library's rule
 * would change the bytes with its version.
 */
function edgeNear(points: CodePoints, from: number, step: 1 | -1, limit: number): number {
  let at = from
  while (at !== limit && at > 0 && at < points.length && joined.test(points.slice(at - 1, at + 1))) at += step
  return at
}

/** Marks, variation selectors, skin tones, Hangul vowels and finals join what stands before them; joiners, flags, CRLF both sides. */
const joined =
  /^(?:[^](?:\p{M}|\u200d|[\u{1f3fb}-\u{1f3ff}]|[\u1160-\u11ff\ud7b0-\ud7fb]|[\u{e0020}-\u{e007f}])|\u200d[^]|[\u{1f1e6}-\u{1f1ff}]{2}|\r\n|[\u1100-\u115f][^])$/u
