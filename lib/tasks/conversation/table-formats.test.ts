/** Tables of every task of prompts and responses as DuckDB reads them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyRecords as preferences, withHashes as hashedPreferences } from '../preference/any-readings.testing'
import { formats as preferenceFormats } from '../preference/formats/formats'
import { anyRecords as scorings, withHashes as hashedScorings } from '../rubric-scoring/any-readings.testing'
import { formats as scoringFormats } from '../rubric-scoring/formats/formats'
import { filesOf } from '../error-spans/formats/format-files.testing'
import type { Json, JsonObject } from '../task'

const folder = mkdtempSync(join(tmpdir(), 'tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['preference', preferenceFormats, async () => hashedPreferences(fc.sample(preferences, { numRuns: 20, seed: 5 }).flat())],
  ['rubric-scoring', scoringFormats, async () => hashedScorings(fc.sample(scorings, { numRuns: 20, seed: 5 }).flat())],
] as const)('%s: DuckDB finds every record in both tables, responses as a list of structures in Parquet and as JSON in CSV', async (task, formats, made) => {
  const records: JsonObject[] = await made()
  const connection = await (await DuckDBInstance.create()).connect()
  const rowsOf = async (code: 'csv' | 'parquet', query: (place: string) => string) => {
    const place = join(folder, `${task}.${code}`)
    const [bytes] = [...(await filesOf(formats.find((format) => format.code === code)!, records)).values()]
    writeFileSync(place, bytes!)
    return (await connection.runAndReadAll(query(place))).getRowObjectsJson()
  }
  const said = records.map(({ id, responses, verdict }) => ({ id, n: String((responses as Json[]).length), basis: (verdict as JsonObject)['basis'] }))
  expect(await rowsOf('parquet', (place) => `select id, len(responses)::varchar as n, verdict.basis as basis from read_parquet('${place}')`)).toEqual(said)
  const cells = await rowsOf('csv', (place) => `select id, responses, verdict from read_csv('${place}', header = true, all_varchar = true, quote = '"', escape = '"')`)
  expect(cells.map(({ id, responses, verdict }) => ({ id, n: String((JSON.parse(responses as string) as Json[]).length), basis: (JSON.parse(verdict as string) as JsonObject)['basis'] }))).toEqual(said)
})
