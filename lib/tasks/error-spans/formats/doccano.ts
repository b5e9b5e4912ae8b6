import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn } from '@/lib/formats/exchange-format'
import { fileStem } from '@/lib/formats/file-stem'
import type { RowProblem } from '@/lib/formats/item-row'
import { jsonLineValues } from '@/lib/formats/json-values'
import { machineRows } from '@/lib/formats/machine-rows'
import { isObject } from '@/lib/formats/read-tags'
import { mapped, textPieces } from '@/lib/formats/text-pieces'
import type { Json, JsonObject } from '../../task'
import { exchange, foundIn, type Found } from './exchange'
import type { ExchangeRecord } from './exchange-record'

/** What doccano keeps of an example as its metadata, beside its text and labels. */
const kept = ['textSha256', 'language', 'specialty', 'group', 'source', 'licence', 'tags', 'outcome', 'veracity', 'difficulty', 'confidence', 'verdict'] as const // prettier-ignore

/**
 * doccano's JSON Lines: `label` holds `[start, end, type]` in code points, `meta` everything else, the spans' corrections,
 * explanations and references among it, each with the place it speaks of.
 */
export const doccano: ExchangeFormat = exchange({
  code: 'doccano',
  name: { en: 'doccano JSON Lines', 'zh-CN': 'doccano JSON Lines' },
  mediaType: 'application/jsonl',
  shape: { kind: 'file', ending: '.doccano.jsonl' },
  write: (records, { stem }) =>
    textPieces(
      `${stem}.doccano.jsonl`,
      mapped(records, (record) => canonical(lineOf(record)) + '\n'),
    ),
  read,
  back: (record) => fieldsOf(lineOf(record)),
  why: {},
  alwaysLoses: [],
})

function lineOf(record: ExchangeRecord): JsonObject {
  const { id, text, spans } = record
  const details = spans.map(({ start, end, type, correction, explanation, references }) => ({
    label: [start, end, type],
    correction,
    explanation,
    references,
  }))
  return {
    id,
    text,
    label: spans.map(({ start, end, type }) => [start, end, type]),
    meta: { ...Object.fromEntries(kept.map((name) => [name, (record[name] ?? null) as Json])), spans: details },
  }
}

/** Labels are what counts; details belong to the label of the same place and type, and are gone with it. */
function fieldsOf(line: Record<string, unknown>): Record<string, unknown> | RowProblem {
  const { id, meta } = line
  const text = line['text'] ?? line['data']
  const labels = labelsOf(line)
  if (labels === null) return { field: 'label', reason: 'missing' }
  const said = isObject(meta) ? meta : {}
  const details = Array.isArray(said['spans']) ? said['spans'].filter(isObject) : []
  const spans: Record<string, unknown>[] = []
  for (const [index, label] of labels.entries()) {
    if (label.length !== 3) return { field: `label[${index}]`, reason: 'not-of-format', values: { format: 'doccano' } }
    const [start, end, type] = label
    const own = details.findIndex((each) => JSON.stringify(each['label']) === JSON.stringify([start, end, type]))
    const { correction, explanation, references } = details.splice(own, own === -1 ? 0 : 1)[0] ?? {}
    spans.push({ start, end, type, correction, explanation, references })
  }
  const fields = Object.fromEntries(kept.filter((name) => name in said).map((name) => [name, said[name]]))
  const veracity = 'veracity' in fields ? fields['veracity'] : spans.length ? 'erroneous' : 'correct'
  return { ...fields, id, text, veracity, spans }
}

/** doccano has named this field in several ways; with relations, labels are objects. Null: none of them is there. */
function labelsOf(line: Record<string, unknown>): unknown[][] | null {
  const found = line['label'] ?? line['labels'] ?? line['entities']
  if (!Array.isArray(found)) return null
  return found.map((each: unknown) =>
    Array.isArray(each) ? each : isObject(each) ? [each['start_offset'], each['end_offset'], each['label']] : [],
  )
}

async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<Found> {
  for await (const { path, bytes } of files)
    for await (const { line, ...row } of machineRows(bytes, jsonLineValues))
      yield foundIn(path, line, 'value' in row ? fieldsOf({ ...row.value, id: row.value['id'] ?? `${fileStem(path)}:${line}` }) : row)
}
