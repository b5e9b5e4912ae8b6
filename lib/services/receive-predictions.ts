/**
 * Reads a file of predictions at its sender's pace, holding a piece of it: each is held against the split's ids and against what
 * systems are given, never a verdict, and put down in a transaction of its own, so that none is open while the sender is waited for.
 */
import { createHash } from 'node:crypto'
import { dropArrived, knownItems, putDown, recordsOf, type KnownItem } from '@/lib/db/arriving-predictions'
import { asSystemStoring } from '@/lib/db/as-system-storing'
import { idIn } from '@/lib/db/contests'
import type { Store } from '@/lib/db/store'
import { Refusal } from '@/lib/errors'
import { isPacked } from '@/lib/formats/is-packed'
import type { RowProblem } from '@/lib/formats/item-row'
import { readPredictions, type PredictionRow } from '@/lib/formats/read-predictions'
import { unstorable } from '@/lib/formats/unstorable'
import type { JsonObject } from '@/lib/tasks/task'
import { largestPredictions } from '@/lib/workflow/submission-limits'
import type { Contested } from './admit-contestant'
import { PredictionFindings } from './prediction-findings'

/** A piece has so many rows, characters of answers or, where records are looked at, bytes of them, and what one line may have more. */
const piece = { rows: 2_000, characters: 1_000_000, recordBytes: 4 * 1024 ** 2 }

type Use = Parameters<typeof asSystemStoring>[0]
type Row = PredictionRow<JsonObject> & { answer: string }
export type Received = { hash: Buffer; predicted: number; findings: PredictionFindings }

/** What was put down stays, under `arrivalId`, for whoever takes or drops it. */
export async function receivePredictions(use: Use, contest: Contested, arrivalId: string, source: AsyncIterable<Uint8Array>): Promise<Received> {
  const hash = createHash('sha256')
  const findings = new PredictionFindings()
  let predicted = 0
  for await (const rows of inPieces(readPredictions(hashed(source, hash), contest.evaluation)))
    predicted += await asSystemStoring(use, (store) => takePiece(store, contest, arrivalId, rows, findings))
  if (findings.total === 0 && predicted === 0) findings.refuse(0, { field: null, reason: 'empty' })
  return { hash: hash.digest(), predicted, findings }
}

export const dropPredictions = (use: Use, arrivalId: string): Promise<void> => asSystemStoring(use, (store) => dropArrived(store, arrivalId))

/** The hash of a file of which nothing else is looked at. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const hash = createHash('sha256')
  for await (const _ of hashed(source, hash));
  return hash.digest()
}

/** @returns how many items it predicts that nothing was predicted of before. */
async function takePiece(store: Store, contest: Contested, arrivalId: string, rows: readonly Row[], findings: PredictionFindings): Promise<number> {
  const { releaseId, split, evaluation, settings } = contest
  const given = rows.flatMap((row) => ('value' in row ? [{ ...row.value, answer: row.answer }] : []))
  // No id of an item has a NUL, and Postgres takes none.
  const known = await knownItems(store, releaseId, split, given.flatMap(({ id }) => (id.includes('\0') ? [] : [id])))
  const first = new Map<string, (typeof given)[number]>()
  for (const one of given) if (known.has(one.id) && !first.has(one.id)) first.set(one.id, one)
  const broken = new Map([...first].flatMap(([id, one]) => (isUnstorable(one.answer) ? [[id, unstorable(one.prediction, '')] as const] : [])))
  const fresh = await putDown(store, arrivalId, new Map([...first].map(([id, { answer }]) => [id, broken.has(id) ? '{}' : answer])))
  const held = await heldAgainstInputs(store, contest, [...fresh].filter((id) => !broken.has(id)).map((id) => ({ ...known.get(id)!, prediction: first.get(id)!.prediction })))
  const seen = new Set<string>()
  for (const row of rows) {
    if (!('value' in row)) {
      findings.refuse(row.line, row)
      continue
    }
    const { id, prediction } = row.value
    const item = known.get(id)
    if (!item) findings.refuse(row.line, { field: 'id', reason: 'unknown-id', values: { id } })
    else if (seen.has(id) || !fresh.has(id)) findings.refuse(row.line, { field: 'id', reason: 'id-twice', values: { id } })
    else {
      const { problem = null, spans = 0 } = held.get(id) ?? {}
      const first = inTheirField(broken.get(id)) ?? evaluation.problemOf(prediction, item.length, settings) ?? problem
      if (first) findings.refuse(row.line, first)
      findings.misplace(row.line, spans)
    }
    seen.add(id)
  }
  return fresh.size
}

/** What does not fit its item, and places that its text does not have. */
async function heldAgainstInputs(store: Store, { releaseId, evaluation }: Contested, predicted: readonly (KnownItem & { prediction: JsonObject })[]) {
  const held = new Map<string, { problem: RowProblem | null; spans: number }>()
  const { misfit, unplaced, input } = evaluation
  if (!misfit && !unplaced) return held
  for (let at = 0; at < predicted.length; ) {
    const some = new Map<string, JsonObject>()
    for (let bytes = 0; at < predicted.length && bytes < piece.recordBytes; bytes += predicted[at++]!.bytes) some.set(predicted[at]!.id, predicted[at]!.prediction)
    for (const record of await recordsOf(store, releaseId, [...some.keys()])) {
      const [prediction, given] = [some.get(idIn(record))!, input(record)]
      held.set(idIn(record), { problem: misfit?.(prediction, given) ?? null, spans: unplaced?.(prediction, given) ?? 0 })
    }
  }
  return held
}

/** As JSON.stringify writes what no text in Postgres may hold: a NUL, half a character. */
const isUnstorable = (json: string) => json.includes('\\u') && /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f])/.test(json)
const inTheirField = (problem: RowProblem | null | undefined): RowProblem | null => problem ? { ...problem, field: problem.field?.replace(/^\./, '') ?? null } : null

async function* inPieces(batches: AsyncIterable<PredictionRow<JsonObject>[]>): AsyncGenerator<Row[]> {
  let rows: Row[] = []
  let characters = 0
  for await (const batch of batches) {
    for (const row of batch) {
      const answer = 'value' in row ? JSON.stringify(row.value.prediction) : ''
      rows.push({ ...row, answer })
      characters += answer.length
      if (rows.length < piece.rows && characters < piece.characters) continue
      yield rows
      rows = []
      characters = 0
    }
  }
  if (rows.length > 0) yield rows
}

async function* hashed(source: AsyncIterable<Uint8Array>, hash: ReturnType<typeof createHash>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const chunk of source) {
    if (bytes === 0 && isPacked(chunk)) throw new Refusal('invalid', 'file-not-text')
    bytes += chunk.length
    if (bytes > largestPredictions) throw new Refusal('too-large', 'predictions-too-large', { limit: largestPredictions / 1024 ** 2 })
    hash.update(chunk)
    yield chunk
  }
}
