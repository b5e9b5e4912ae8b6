import type { Encoding } from '@/lib/formats/encoding'
import type { ItemRow, RowMachine, RowProblem } from '@/lib/formats/item-row'
import { jsonRecords, type JsonRecord } from '@/lib/formats/json-records'
import { decoderProblem, rawOf, rowTooLong } from '@/lib/formats/marks'
import { parseJson } from '@/lib/formats/read-native'
import type { RecordReader } from '@/lib/formats/read-record'
import { isObject } from '@/lib/formats/read-tags'
import { referenceJson, referenceLabel } from '@/lib/formats/reference-label'
import { unnumbered } from '@/lib/formats/unnumbered'

/**
 * MedRECT: one JSON array. Readers see the sentences, one a line as in the source, without the `1. `, `2. ` that exist
 * only for the sentence labels. Everything else (labels, source_model, screening, the exam question and its answer, the
 * numbered sentences) is sealed as it stands under `sealed.medrect`, the label also as `sealed.reference`. Texts made from
 * one exam question form one group.
 */
export function medrectRows<Content>(options: {
  readRecord: RecordReader<Content>
  encoding: () => Encoding
}): RowMachine<ItemRow<Content>> {
  const records = jsonRecords()

  const itemOf = (record: JsonRecord): ReturnType<RecordReader<Content>> => {
    const marked = decoderProblem(record.raw ?? '', options.encoding)
    if (marked) return marked
    if ('reason' in record)
      return record.reason === 'row-too-long' ? rowTooLong : { field: null, reason: record.reason }
    const parsed = parseJson(record.raw)
    if ('problem' in parsed) return parsed.problem
    if (!isObject(parsed.value)) return { field: null, reason: 'not-an-object' }
    const native = nativeOf(parsed.value)
    if ('reason' in native) return native as RowProblem
    const item = options.readRecord(native)
    if (!('reason' in item)) return item
    const field = item.field === 'id' ? 'sample_id' : item.field === 'text' ? 'sentences' : item.field
    return { ...item, field }
  }
  const rowsOf = (found: JsonRecord[]): ItemRow<Content>[] =>
    found.map((record) => {
      const item = itemOf(record)
      const { line, raw } = record
      return 'reason' in item ? { line, ...item, raw: raw && rawOf(raw) } : { line, item }
    })
  return { push: (text) => rowsOf(records.push(text)), end: () => rowsOf(records.end()) }
}

function nativeOf(record: Record<string, unknown>): Record<string, unknown> | RowProblem {
  const { sample_id: id, ...rest } = record
  const { sentences, error_flag: flag, metadata } = rest
  if (typeof sentences !== 'string')
    return sentences === undefined
      ? { field: 'sentences', reason: 'missing' }
      : { field: 'sentences', reason: 'wrong-type', values: { expected: 'string' } }
  const labelled = flag !== undefined && flag !== null
  if (labelled && flag !== 0 && flag !== 1)
    return { field: 'error_flag', reason: 'not-a-flag', values: { found: JSON.stringify(flag).slice(0, 40) } }
  const { text, places } = unnumbered(sentences)
  const label = referenceLabel({
    text,
    erroneous: flag === 1,
    quote: textOrNull(rest.error_sentence),
    type: textOrNull(rest.error_type),
    correction: textOrNull(rest.corrected_sentence),
    sentence: places[Number(rest.error_sentence_id ?? 0) - 1] ?? null,
  })
  const group = isObject(metadata) ? textOrNull(metadata.jmle_question_id) : null
  return { id, text, group, sealed: { medrect: rest, ...(labelled ? { reference: referenceJson(label) } : {}) } }
}

const textOrNull = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value : null)
