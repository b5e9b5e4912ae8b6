import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { anyCodePoint } from '@/lib/spans/any-text.testing'
import { intArray, textArray } from './binary-array'

const db = freshDatabase()
const storable = fc.string({ unit: anyCodePoint, maxLength: 40 }).filter((text) => !text.includes('\0') && text.isWellFormed())

test('an array arrives in the database as it left, nulls, blanks and characters of every plane included', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.option(storable), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), { maxLength: 30 }),
      async (pairs) => {
        const [texts, numbers] = [pairs.map(([text]) => text), pairs.map(([, number]) => number)]
        expect(
          await db.sql('select $1::text[] as texts, $2::int[] as numbers', [textArray(texts), intArray(numbers)]),
        ).toEqual([{ texts, numbers }])
      },
    ),
    { numRuns: 60 },
  )
})
