import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import type { RowProblem } from '@/lib/formats/item-row'
import { jsonLineValues } from '@/lib/formats/json-values'
import { machineRows } from '@/lib/formats/machine-rows'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import type { Json, JsonObject } from '../../task'
import { exchange, foundIn, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'
import { placeOfQuote } from './place-of-quote'
import { saidIn } from './said-in'

const placeless = ['group', 'confidence', 'verdict'] as const
const shared = ['id', 'text', 'veracity', 'language', 'specialty', 'source', 'licence', 'tags', 'difficulty'] as const

/** Records in the manner of MedFact, one JSON object a line: a text and at most one error. Offsets in code points. */
export const medfact: ExchangeFormat = exchange({
  code: 'medfact',
  name: { en: 'MedFact-like JSON Lines', 'zh-CN': '类 MedFact JSON Lines' },
  mediaType: 'application/jsonl',
  shape: { kind: 'file', ending: '.medfact.jsonl' },
  write: (records, { stem, lost }) =>
    textPieces(
      `${stem}.medfact.jsonl`,
      mapped(records, (record) => {
        lost(leftBehind(record))
        return canonical(lineOf(record)) + '\n'
      }),
    ),
  read,
  back: (record) => fieldsOf(lineOf(record)),
  why: { spans: { en: 'A MedFact record holds one error; the first is kept.', 'zh-CN': 'MedFact 每条记录只有一处错误，保留第一处。' } },
  alwaysLoses: [
    { field: 'spans', why: { en: 'A MedFact record holds one error; of more, only the first is kept.', 'zh-CN': 'MedFact 每条记录只有一处错误；多处错误时只保留第一处。' } },
    'spans.references', ...placeless,
  ],
})

function lineOf(record: ExchangeRecord): JsonObject {
  const [span] = record.spans
  return {
    ...Object.fromEntries(shared.map((name) => [name, (record[name] ?? null) as Json])),
    error_span: span?.quote ?? null,
    error_start: span?.start ?? null,
    error_end: span?.end ?? null,
    error_type: span?.type ?? null,
    correction: span?.correction ?? null,
    explanation: span?.explanation ?? null,
  }
}

/** Where errors are left out, nothing is said of what the first one's references are. */
function leftBehind(record: ExchangeRecord): string[] {
  const [first, second] = record.spans
  return [...saidIn(record, placeless), ...(second ? ['spans'] : first?.references.length ? ['spans.references'] : [])]
}

/** Without offsets the error's words must occur once in the text: a second place would make it a guess. */
function fieldsOf(line: Record<string, unknown>): Record<string, unknown> | RowProblem {
  const { error_span: quote, error_start, error_end, error_type: type, correction, explanation, ...rest } = line
  const said = [quote, error_start, error_end].some((value) => value !== null && value !== undefined && value !== '')
  if (!said) return { ...rest, spans: [] }
  if (typeof error_start === 'number')
    return { ...rest, spans: [{ start: error_start, end: error_end, quote, type, correction, explanation }] }
  const place = placeOfQuote(line['text'], quote, 'error_span')
  return 'reason' in place ? place : { ...rest, spans: [{ ...place, quote, type, correction, explanation }] }
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, jsonLineValues))
      yield foundIn(path, line, 'value' in row ? fieldsOf(row.value) : row)
}
