/** Files as programs of others read them: DuckDB, and plain JSON line by line. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { JsonObject } from '../../task'
import { anyRecords, withHashes } from './any-records.testing'
import { filesOf, formatOf } from './format-files.testing'

const folder = mkdtempSync(path.join(tmpdir(), 'formats-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let records: JsonObject[]
beforeAll(async () => {
  const drawn = fc.sample(anyRecords, { numRuns: 200, seed: 7 }).flat()
  records = await withHashes(drawn.map((record, index) => ({ ...record, id: `${record.id.slice(0, 40)} ${index}` })))
})

/** DuckDB's client for JavaScript takes a text's first U+FEFF off, DuckDB does not: the hashes below are its own. */
const unmarked = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(/"\uFEFF+/g, '"'))

async function rowsOf(code: string, file: string, query: (path: string) => string): Promise<Record<string, unknown>[]> {
  const place = path.join(folder, file)
  for (const bytes of (await filesOf(formatOf(code), records)).values()) writeFileSync(place, bytes)
  const connection = await (await DuckDBInstance.create()).connect()
  return (await connection.runAndReadAll(query(place))).getRowObjectsJson()
}

describe('DuckDB', () => {
  test('reads Parquet with types: spans as structures, levels as numbers, the verdict whole', async () => {
    const rows = await rowsOf('parquet', 'test.parquet', (place) => `select * from read_parquet('${place}')`)
    const read = rows.map(({ tags, ...row }) => ({ ...row, tags: JSON.parse(String(tags)) as unknown }))
    expect(unmarked(read)).toEqual(unmarked(records))
    const exact = `select count(*)::int as n from read_parquet('${path.join(folder, 'test.parquet')}') where sha256(text) = textSha256`
    expect(await rowsOf('parquet', 'test.parquet', () => exact)).toEqual([{ n: records.length }])
    const types = await rowsOf('parquet', 'test.parquet', (place) => `describe select * from read_parquet('${place}')`)
    expect(
      Object.fromEntries(
        types.map(({ column_name, column_type }) => [
          column_name,
          JSON.stringify(column_type).replaceAll(/[\\"]/g, ''),
        ]),
      ),
    ).toMatchObject({
      id: 'VARCHAR',
      difficulty: 'INTEGER',
      spans:
        'STRUCT(start INTEGER, end INTEGER, quote VARCHAR, type VARCHAR, correction VARCHAR, explanation VARCHAR, references VARCHAR[])[]',
    })
  })

  test('reads CSV cell by cell, nothing of which a spreadsheet would run', async () => {
    const rows = await rowsOf('csv', 'test.csv', (place) => `select * from read_csv('${place}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', strict_mode = false)`) // prettier-ignore
    expect(rows).toHaveLength(records.length)
    for (const [index, row] of rows.entries()) {
      const text = records[index]?.['text'] as string
      expect([text, `'${text}`].map(unmarked)).toContain(row['text'])
      expect(JSON.parse(String(row['spans']))).toEqual(records[index]?.['spans'])
      for (const cell of Object.values(row)) expect((cell ?? '') as string).not.toMatch(/^\s*[=+\-@＝＋－＠]/u)
    }
  })
})

test('the number of the sentence is one to readers of MEDEC CSV that know of no apostrophes: exactly -1 of every correct text', async () => {
  const rows = await rowsOf('medec', 'test.medec.csv', (place) => `select "Text ID" as id, "Error Flag" as flag, "Error Sentence ID" as sentence from read_csv('${place}', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', new_line = '\\n', strict_mode = false)`) // prettier-ignore
  expect(rows).toHaveLength(records.length)
  const correct = rows.filter(({ flag }) => flag === '0')
  expect(correct).toHaveLength(records.filter(({ veracity }) => veracity === 'correct').length)
  expect(correct.length).toBeGreaterThan(20)
  expect([...new Set(correct.map(({ sentence }) => sentence))]).toEqual(['-1'])
})

test('native lines are JSON each, in code points that a plain reader finds the quotations by', async () => {
  const [bytes] = (await filesOf(formatOf('native'), records)).values()
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\n')
  expect(lines.pop()).toBe('')
  const read = lines.map(
    (line) => JSON.parse(line) as { text: string; spans: { start: number; end: number; quote: string }[] },
  )
  expect(read).toEqual(records)
  for (const { text, spans } of read)
    for (const { start, end, quote } of spans) expect([...text].slice(start, end).join('')).toBe(quote)
})
