import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lostFields } from '@/lib/formats/lost-fields'
import type { JsonObject } from '../../task'
import { anyRecords, withHashes } from './any-records.testing'
import { contentsOf, filesOf, readFiles } from './format-files.testing'
import { formats } from './formats'

/** What may ever be lost, beside what the format says is always lost. */
const mayLose: Record<string, readonly string[]> = {
  native: [],
  csv: ['verdict.rationale'],
  parquet: [],
  medfact: [],
  medec: ['spans.type', 'spans.correction'],
  'label-studio': [],
  doccano: [],
  brat: ['veracity', 'outcome', 'spans'],
  'webanno-tsv': ['veracity', 'outcome'],
  w3c: [],
}

const distinct = (records: JsonObject[]) => [...new Map(records.map((record) => [record['id'], record])).values()]
const idOf = (record: object) => ('id' in record ? String(record.id) : '')
const byId = (a: object, b: object) => (idOf(a) < idOf(b) ? -1 : 1)

describe.each(formats.map((format) => [format.code, format] as const))('%s', (_, format) => {
  test(
    'what was written reads back as it was, but for the fields that are said to be lost, and the writer told of them; equal records make equal bytes, and every path stays below its stem',
    async () => {
      const shape = format.shape.kind === 'file' ? /^test\.[a-z.-]+$/ : /^test\/[a-z0-9_.^=+/-]+$/
      const may = [...(mayLose[format.code] ?? []), ...format.alwaysLoses.map(({ field }) => field)]
      await fc.assert(
        fc.asyncProperty(anyRecords, fc.array(fc.nat(), { maxLength: 3 }), async (drawn, cuts) => {
          const records = distinct(await withHashes(drawn)).toSorted(byId)
          const told: string[][] = []
          const files = await filesOf(format, records, (fields) => told.push([...fields].sort()))
          expect(told).toEqual(records.map((record) => format.losses(record).map(({ field }) => field).sort()).filter((lost) => lost.length > 0))
          expect(contentsOf(await filesOf(format, structuredClone(records)))).toEqual(contentsOf(files))
          for (const path of files.keys()) {
            expect(path).toMatch(shape)
            expect(path.split('/').every((part) => part !== '..' && part.length < 200)).toBe(true)
          }
          const rows = await readFiles(format, files, cuts)
          const back = rows.map((row) => ('record' in row ? row.record : row))
          // Of a folder, the order is that of its paths.
          if (format.shape.kind === 'folder') back.sort(byId)
          expect(back.map((row) => ('id' in row ? row['id'] : row))).toEqual(records.map(({ id }) => id))
          for (const [index, record] of records.entries()) {
            const lost = lostFields(record, back[index] as JsonObject)
            expect(format.losses(record).map(({ field }) => field)).toEqual(lost)
            expect(may).toEqual(expect.arrayContaining(lost))
          }
        }),
        { numRuns: 60 },
      )
    },
  )

  test('every loss is a sentence', async () => {
    const [record] = await withHashes(fc.sample(anyRecords, { numRuns: 20, seed: 1 }).flat())
    for (const { why } of [...format.alwaysLoses, ...format.losses({ ...record, unheardOf: 1 })])
      expect([why.en, why['zh-CN']]).toEqual([expect.stringMatching(/^[A-Z].*\.$/), expect.stringMatching(/\p{Script=Han}.*。$/u)])
  })

  test('bytes of nobody never throw anything but a refusal', async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 80 }),
      fc.string({ maxLength: 80 }).map((text) => new TextEncoder().encode(text)),
      fc.json().map((text) => new TextEncoder().encode(text)),
      fc.string({ maxLength: 30 }).map((text) => new TextEncoder().encode(`T1\t${text} 0 1\t${text}`)),
      fc
        .string({ maxLength: 30 })
        .map((text) =>
          new TextEncoder().encode(`#FORMAT=WebAnno TSV 3.3\n#T_SP=a|b\n\n\n#Text=ab\n1-1\t0-1\ta\t${text}\t\n`),
        ),
    )
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        const names = format.shape.kind === 'file' ? ['x'] : ['x.tsv', 'x.txt', 'x.ann']
        try {
          const rows = await readFiles(format, new Map(names.map((name) => [name, bytes])))
          for (const row of rows) expect(row.line).toBeGreaterThan(0)
        } catch (error) {
          expect(error).toMatchObject({ name: 'Refusal' })
        }
      }),
      { numRuns: 120 },
    )
  })
})

test('a field that no format knows is named as lost by all but the native one', async () => {
  const [record] = await withHashes(fc.sample(anyRecords, { numRuns: 20, seed: 2 }).flat())
  for (const format of formats) {
    const lost = format.losses({ ...record, unheardOf: 1 }).map(({ field }) => field)
    expect(lost.includes('unheardOf')).toBe(format.code !== 'native')
  }
})
