import { codePointsOf } from '@/lib/spans/code-points'
import type { Json, JsonObject } from '../../task'
import type { ExchangeRecord, ExchangeSpan } from './exchange-record'

/** Fields of the item and its verdict that a task's `data` carries as they are. */
export const dataFields = [
  'id',
  'text',
  'textSha256',
  'language',
  'specialty',
  'group',
  'source',
  'licence',
  'tags',
  'outcome',
  'difficulty',
  'confidence',
  'verdict',
] as const

/** What a region may say besides its label, each as a text area of its own. */
export const regionTexts = ['correction', 'explanation', 'references'] as const

/** Ids are numbers in Label Studio: a task's and its one annotation's is its place in the file, from 1. */
export function labelStudioTask(record: ExchangeRecord, number: number): JsonObject {
  const { text, veracity, spans } = record
  const points = codePointsOf(text)
  const result: JsonObject[] = []
  if (veracity !== null) result.push({ id: `${number}-veracity`, from_name: 'veracity', to_name: 'text', type: 'choices', value: { choices: [veracity] } }) // prettier-ignore
  for (const [index, span] of spans.entries()) {
    const place = { start: points.toUtf16(span.start), end: points.toUtf16(span.end) }
    const region = { id: `${number}-${index + 1}`, to_name: 'text' }
    result.push({ ...region, from_name: 'label', type: 'labels', value: { ...place, text: span.quote, labels: span.type === '' ? [] : [span.type] } }) // prettier-ignore
    for (const name of regionTexts) {
      const said = textsOf(span, name)
      if (said.length) result.push({ ...region, from_name: name, type: 'textarea', value: { ...place, text: said } })
    }
  }
  return {
    id: number,
    data: Object.fromEntries(dataFields.map((name) => [name, (record[name] ?? null) as Json])),
    annotations: [{ id: number, result }],
    predictions: [],
  }
}

const textsOf = (span: ExchangeSpan, name: (typeof regionTexts)[number]): string[] =>
  name === 'references' ? span.references : span[name] === '' ? [] : [span[name]]
