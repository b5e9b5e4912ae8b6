import { canonical } from '@/lib/formats/canonical'
import type { ExchangeFormat, FileIn, Loss, OnLoss, ReadRecord } from '@/lib/formats/exchange-format'
import { fileStem } from '@/lib/formats/file-stem'
import type { RowProblem } from '@/lib/formats/item-row'
import { jsonArrayValues, jsonLineValues } from '@/lib/formats/json-values'
import { lossesIn } from '@/lib/formats/losses-in'
import { lossesOf, lostFields } from '@/lib/formats/lost-fields'
import { machineRows } from '@/lib/formats/machine-rows'
import { noPlaceIn } from '@/lib/formats/no-place-in'
import { sha256OfText } from '@/lib/formats/sha256-of-text'
import { jsonArrayParts, textPieces } from '@/lib/formats/text-pieces'
import type { Localised } from '@/lib/locale'
import type { JsonObject } from '../task'
import { textOfPrompt, type Message } from './prompt'
import { saidIn } from './said-in'

/** Where in which file a row stands; names a row that has no name. */
export type Place = { stem: string; line: number }
export type Fields = Record<string, unknown>

type Options = Pick<ExchangeFormat, 'code' | 'name' | 'writing'> & {
  alwaysLoses: readonly (Loss | string)[]
  ending: string
  /** One JSON array instead of a JSON object a line. */
  array?: boolean
  /** What is written for a record: nothing, a row or several. */
  rowsOf: (record: JsonObject) => JsonObject[]
  /** The record's own fields out of a row; null where the format cannot be read back. */
  fieldsOf: ((row: Fields, place: Place) => Fields | RowProblem) | null
  /** Fields of a row that say something and that a record has no place for. */
  drops?: (row: Fields) => string[]
  /** Of a format that is read back, the fields that a record leaves behind in its rows, found without reading back: those that are lost, or the ones they are in. */
  leaves?: (record: JsonObject, written: readonly JsonObject[]) => string[]
  /** The task's record out of them, its hash excepted. */
  whole: (fields: Fields) => JsonObject | RowProblem
  /** Why a field is lost, by its path; `id` where a record is left out or becomes several. */
  why: Readonly<Record<string, Localised>>
}

/**
 * A format of JSON rows for a task of prompts and responses. What it loses is found by taking each record through it; of a
 * format that cannot be read back, nothing but what it always loses is said.
 */
export function recordFormat({ ending, array = false, rowsOf, fieldsOf, drops = () => [], leaves, whole, why, alwaysLoses: always, ...format }: Options): ExchangeFormat {
  const otherwise = noPlaceIn(format.name)
  const alwaysLoses = lossesIn(format.name, always)
  async function* rows(records: AsyncIterable<JsonObject>, onLoss?: OnLoss): AsyncGenerator<string> {
    for await (const record of records) {
      const written = rowsOf(record)
      const lost = onLoss ? leftBehind(record, written) : []
      if (lost.length > 0) onLoss?.(lost)
      for (const row of written) yield canonical(row) + (array ? '' : '\n')
    }
  }
  async function* read(files: AsyncIterable<FileIn>): AsyncGenerator<ReadRecord> {
    for await (const { path, bytes } of files)
      for await (const { line, ...row } of machineRows(bytes, array ? jsonArrayValues : jsonLineValues, { atCommas: array })) {
        const record = 'value' in row ? await hashed(recordOf(row.value, { stem: fileStem(path), line })) : row
        if (isProblem(record)) yield { path, line, ...record }
        else yield { path, line, record, dropped: 'value' in row ? drops(row.value) : [] }
      }
  }
  const recordOf = (row: Fields, place: Place): JsonObject | RowProblem => {
    // A problem is known by its reason, and no format has a field of that name.
    if ('reason' in row) return { field: 'reason', reason: 'unknown-field' }
    const fields = fieldsOf!(row, place)
    return isProblem(fields) ? fields : whole(fields)
  }
  function leftBehind(record: JsonObject, written: readonly JsonObject[]): string[] {
    if (fieldsOf && !leaves) return []
    return leaves && written.length > 0 ? leaves(record, written) : lossesOfRows(record, written).map(({ field }) => field)
  }
  function lossesOfRows(record: JsonObject, written: readonly JsonObject[]): Loss[] {
    if (written.length === 0) return [{ field: 'id', why: why['id'] ?? otherwise }]
    // `id` tells of records that are left out, and this one is not.
    if (!fieldsOf) return alwaysLoses.filter(({ field }) => field !== 'id' && saidIn(record, [field]).length > 0)
    const after = recordOf(written[0]!, { stem: '', line: 1 })
    if (isProblem(after)) throw new Error(`${format.code} cannot read what it wrote: ${JSON.stringify(after)}`)
    // The hash follows from the prompt, so every format that keeps the prompt has it.
    const hash = canonical(after['prompt']!) === canonical(record['prompt']!) ? { textSha256: record['textSha256'] ?? null } : {}
    return lossesOf(lostFields(record, { ...after, ...hash }), why, otherwise)
  }
  return {
    ...format,
    alwaysLoses,
    mediaType: array ? 'application/json' : 'application/jsonl',
    shape: { kind: 'file', ending },
    write: (records, { stem, onLoss }) => textPieces(stem + ending, array ? jsonArrayParts(rows(records, onLoss)) : rows(records, onLoss)),
    read: fieldsOf && read,
    tellsLosses: fieldsOf === null || leaves !== undefined,
    losses: (record) => lossesOfRows(record, rowsOf(record)),
  }
}

export const isProblem = (found: Fields | RowProblem): found is RowProblem => typeof found['reason' as keyof typeof found] === 'string'

export async function hashed(record: JsonObject | RowProblem): Promise<JsonObject | RowProblem> {
  if (isProblem(record)) return record
  const textSha256 = await sha256OfText(textOfPrompt(record['prompt'] as unknown as Message[]))
  const given = record['textSha256'] ?? null
  return given !== null && given !== textSha256 ? { field: 'textSha256', reason: 'hash-differs' } : { ...record, textSha256 }
}
