import { z } from 'zod'
import type { RowProblem } from '@/lib/formats/item-row'
import { contentReader } from '@/lib/formats/read-content'
import { isObject, readTags } from '@/lib/formats/read-tags'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import { codePointsOf } from '@/lib/spans/code-points'
import { readHeadShape } from '../../read-head-shape'
import { veracitySchema } from '../judgment'
import { liesIn, sentencesField } from '../sentences'

const spanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string().nullish(),
  type: z.string().nullish().transform((type) => type ?? ''),
  correction: z.string().nullish().transform((correction) => correction ?? ''),
  explanation: z.string().nullish().transform((explanation) => explanation ?? ''),
  references: z.array(z.string()).nullish().transform((references) => references ?? []),
}) // prettier-ignore

const level = z.int().nullable().default(null)

/** A line of a verdicts' download (`verdictRecord`); what a file does not say is null or empty. */
const recordSchema = z.strictObject({
  ...readHeadShape,
  id: z.string(),
  text: z.string(),
  tags: z.record(z.string(), z.unknown()).nullish(),
  sentences: sentencesField.exactOptional(),
  veracity: veracitySchema.nullable(),
  spans: z.array(spanSchema).nullish(),
  difficulty: level,
  confidence: level,
})
type Parsed = z.output<typeof recordSchema>

export type ExchangeSpan = {
  start: number
  end: number
  quote: string
  type: string
  correction: string
  explanation: string
  references: string[]
}
export type ExchangeRecord = Omit<Parsed, 'tags' | 'outcome' | 'spans' | 'textSha256'> & {
  textSha256: string
  tags: Record<string, string | number | boolean | readonly string[]>
  outcome: 'answer' | 'unusable'
  spans: ExchangeSpan[]
}

const readFields = contentReader(recordSchema)
const known = new Set(Object.keys(recordSchema.shape))

/** A record whose text's hash is still to be made (`''`) where the file did not say it. */
export function exchangeRecord(fields: Record<string, unknown>): ExchangeRecord | RowProblem {
  const unknown = Object.keys(fields).find((name) => !known.has(name))
  if (unknown !== undefined) return { field: unknown, reason: 'unknown-field' }
  const id =
    typeof fields['id'] === 'number' && Number.isSafeInteger(fields['id']) ? String(fields['id']) : fields['id']
  const read = readFields({ ...fields, id })
  if ('reason' in read) return read
  const tags = readTags(read.content.tags ?? {})
  if ('reason' in tags) return tags
  const { content } = read
  const outcome = content.outcome ?? (content.veracity === null ? 'unusable' : 'answer')
  if ((outcome === 'unusable') !== (content.veracity === null))
    return { field: 'outcome', reason: 'outcome-differs', values: { expected: content.veracity === null ? 'unusable' : 'answer' } }
  if (content.sentences && !liesIn(content.sentences, codePointsOf(content.text).length)) return { field: 'sentences', reason: 'outside-the-text' }
  const spans = placedSpans(content)
  if ('reason' in spans) return spans
  if (content.veracity === 'correct' && spans.spans.length) return { field: 'spans', reason: 'spans-on-correct' }
  return { ...content, textSha256: content.textSha256 ?? '', tags: tags.tags, outcome, spans: spans.spans }
}

/** The record whole: with its text's hash, which has to be the one given, if any. */
export async function hashed(record: ExchangeRecord): Promise<ExchangeRecord | RowProblem> {
  const textSha256 = await sha256OfText(record.text)
  if (record.textSha256 !== '' && record.textSha256 !== textSha256)
    return { field: 'textSha256', reason: 'hash-differs' }
  return { ...record, textSha256 }
}

function placedSpans({ text: whole, spans }: Parsed): { spans: ExchangeSpan[] } | RowProblem {
  const placed: ExchangeSpan[] = []
  if (!spans?.length) return { spans: placed }
  const points = codePointsOf(whole)
  for (const [index, span] of spans.entries()) {
    const { start, end } = span
    if (start >= end || end > points.length) return { field: `spans[${index}]`, reason: 'outside-the-text' }
    const quote = points.slice(start, end)
    if (span.quote !== undefined && span.quote !== null && span.quote !== quote)
      return { field: `spans[${index}].quote`, reason: 'quote-differs' }
    placed.push({ ...span, quote })
  }
  return { spans: placed }
}

/** Records that writers are given come from `verdictRecord` or from a reader, both of this shape. */
export const asExchangeRecord = (record: object): ExchangeRecord => {
  if (!isObject(record) || !Array.isArray(record['spans'])) throw new TypeError('this is no record of error-spans')
  return record as unknown as ExchangeRecord
}
