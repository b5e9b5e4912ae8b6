import fc from 'fast-check'
import { expect } from 'vitest'
import type { ExchangeFormat } from '@/lib/formats/exchange-format'
import { lostFields } from '@/lib/formats/lost-fields'
import { contentsOf, filesOf, readFiles } from '../error-spans/formats/format-files.testing'
import type { JsonObject } from '../task'

/** The law of formats: what was written reads back as it was, but for the fields that are said to be lost; those may be, and the writer told of them. How many records were seen. */
export async function holdsTheLaw(format: ExchangeFormat, anyRecords: fc.Arbitrary<readonly JsonObject[]>, whole: (records: readonly JsonObject[]) => Promise<JsonObject[]>): Promise<number> {
  let seen = 0
  const may = new Set(['id', 'textSha256', ...format.alwaysLoses.map(({ field }) => field.split('.')[0]!)])
  await fc.assert(
    fc.asyncProperty(anyRecords, fc.array(fc.nat(), { maxLength: 3 }), async (drawn, cuts) => {
      const records = await whole(drawn)
      const told: string[][] = []
      const files = await filesOf(format, records, (fields) => told.push(topOf(fields)))
      if (format.tellsLosses) expect(told).toEqual(records.map((record) => topOf(format.losses(record).map(({ field }) => field))).filter((lost) => lost.length > 0))
      expect(contentsOf(await filesOf(format, structuredClone(records)))).toEqual(contentsOf(files))
      const rows = await readFiles(format, files, cuts)
      for (const row of rows) expect(row).not.toHaveProperty('reason')
      const back = rows.map((row) => ('record' in row ? row.record : {}))
      for (const record of records) {
        seen += 1
        const losses = format.losses(record)
        for (const { why } of losses) expect([why.en, why['zh-CN']]).toEqual([expect.stringMatching(/^[A-Z].*\.$/), expect.stringMatching(/\p{Script=Han}.*。$/u)])
        const same = back.find(({ id }) => id === record['id'])
        const lost = losses.map(({ field }) => field)
        for (const field of lost) expect(may).toContain(field.split('.')[0])
        if (lost.includes('id')) expect(same).toBeUndefined()
        else expect(lostFields(record, same!)).toEqual(lost)
      }
    }),
    { numRuns: 60 },
  )
  return seen
}

const topOf = (fields: readonly string[]) => [...new Set(fields.map((field) => field.split('.')[0]!))].sort()
