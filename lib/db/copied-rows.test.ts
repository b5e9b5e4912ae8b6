import fc from 'fast-check'
import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { anyCodePoint } from '@/lib/spans/any-text.testing'
import { asViewerStreaming } from './as-viewer-streaming'

freshDatabase()
const nobody = { personId: '' }
/** Short and long, ASCII and not, marks at the beginning included. */
const anyText = fc
  .tuple(fc.constantFrom('', '\uFEFF', 'a'), fc.string({ unit: anyCodePoint, maxLength: 30 }), fc.constantFrom(0, 1, 40, 3_000))
  .map(([head, text, times]) => head + text.repeat(times))
  .filter((text) => !text.includes('\0') && text.isWellFormed())

test('a row leaves the database as it stands there, whatever its length and its characters', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(fc.option(anyText), { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }),
      async (rows) => {
        const cell = (text: string | null | undefined) => (text == null ? 'null' : pg.escapeLiteral(text))
        const values = rows.map(([a, b], n) => `(${n}, ${cell(a)}::text, ${cell(b)}::text)`).join(', ')
        const found: unknown[] = []
        const query = `select a, b from (values ${values}) v (n, a, b) order by n`
        for await (const batch of asViewerStreaming(nobody, query)) found.push(...batch)
        expect(found).toEqual(rows)
      },
    ),
    { numRuns: 60 },
  )
})
