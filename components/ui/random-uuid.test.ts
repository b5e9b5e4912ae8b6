import { expect, test } from 'vitest'
import { randomUuid } from './random-uuid'

test('it is a UUID of version 4, and no two are the same', () => {
  const ids = Array.from({ length: 100 }, randomUuid)
  expect(new Set(ids).size).toBe(100)
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
