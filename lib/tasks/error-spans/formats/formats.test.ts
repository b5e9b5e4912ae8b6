import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { concatBytes } from '@/lib/formats/concat-bytes'
import type { ExchangeFormat, FileIn, ReadRecord } from '@/lib/formats/exchange-format'
import { lostFields } from '@/lib/formats/lost-fields'
import { inChunks } from '@/lib/formats/rows-for-tests'
import type { JsonObject } from '../../task'
import { anyRecords, withHashes } from './any-records.testing'
import { formats } from './formats'

async function* each<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values
}

async function filesOf(format: ExchangeFormat, records: readonly JsonObject[]): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array[]>()
  let last: string | null = null
  for await (const { path, bytes } of format.write(each(records), { stem: 'test' })) {
    const known = parts.get(path)
    if (known) expect(path, 'pieces of one path come in a row').toBe(last)
    parts.set(path, [...(known ?? []), bytes])
    last = path
  }
  return new Map([...parts].map(([path, pieces]) => [path, concatBytes(pieces)]))
}

const inOrder = (files: Map<string, Uint8Array>, cuts: readonly number[]): FileIn[] =>
  [...files]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, bytes]) => ({ path: path.replace(/^test\//, ''), bytes: inChunks(bytes, cuts) }))

async function readBack(
  format: ExchangeFormat,
  files: Map<string, Uint8Array>,
  cuts: readonly number[] = [],
): Promise<ReadRecord[]> {
  const rows: ReadRecord[] = []
  for await (const row of format.read!(each(inOrder(files, cuts)))) rows.push(row)
  return rows
}

const distinct = (records: JsonObject[]) => [...new Map(records.map((record) => [record['id'], record])).values()]
const byId = (a: JsonObject, b: JsonObject) => (JSON.stringify(a['id']) < JSON.stringify(b['id']) ? -1 : 1)

describe.each(formats.map((format) => [format.code, format] as const))('%s', (_, format) => {
  test(
    'what was written reads back as it was, but for the fields that are said to be lost',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(anyRecords, fc.array(fc.nat(), { maxLength: 3 }), async (drawn, cuts) => {
          const records = distinct(await withHashes(drawn)).toSorted(byId)
          const rows = await readBack(format, await filesOf(format, records), cuts)
          const back = rows.map((row) => ('record' in row ? row.record : row))
          if (format.shape.kind === 'folder') back.sort(byId as never)
          expect(back.map((row) => ('id' in row ? row['id'] : row))).toEqual(records.map(({ id }) => id))
          for (const [index, record] of records.entries()) {
            const lost = lostFields(record, back[index] ?? {})
            expect(format.losses(record).map(({ field }) => field)).toEqual(lost)
          }
        }),
        { numRuns: 150 },
      )
    },
  )

  test('equal records make equal bytes, and every path stays below its stem', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (drawn) => {
        const records = distinct(await withHashes(drawn))
        const files = await filesOf(format, records)
        expect([...(await filesOf(format, structuredClone(records)))]).toEqual([...files])
        for (const path of files.keys())
          expect(path).toMatch(format.shape.kind === 'file' ? /^test\.[a-z.-]+$/ : /^test\/[^\\:]+$/)
        for (const path of files.keys()) expect(path.split('/')).not.toContain('..')
      }),
      { numRuns: 30 },
    )
  })

  test('every loss has a sentence, and what is always lost is lost', async () => {
    for (const { why } of format.alwaysLoses) expect(why).toMatch(/^[A-Z].*\.$/)
  })

  test('bytes of nobody never throw anything but a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 80 }),
          fc.string({ maxLength: 80 }).map((text) => new TextEncoder().encode(text)),
        ),
        async (bytes) => {
          const name = format.shape.kind === 'file' ? 'x' : 'x.tsv'
          try {
            for (const row of await readBack(
              format,
              new Map([
                [name, bytes],
                ['x.txt', bytes],
                ['x.ann', bytes],
              ]),
            ))
              expect(row.line).toBeGreaterThan(0)
          } catch (error) {
            expect(error).toMatchObject({ name: 'Refusal' })
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
