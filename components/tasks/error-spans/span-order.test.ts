import fc from 'fast-check'
import { expect, test } from 'vitest'
import { neighbour, nextInCycle, spansAt } from './span-order'

const lists = fc
  .array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { minLength: 1, maxLength: 10 })
  .map((list) =>
    list
      .map(([start, length], index) => ({ id: `s${index}`, start, end: start + length }))
      .sort((a, b) => a.start - b.start || a.end - b.end),
  )

test('repeated steps at one place visit every span there before any twice, the shortest first', () => {
  fc.assert(
    fc.property(lists, fc.nat(40), (spans, offset) => {
      const here = spansAt(spans, offset)
      let current: (typeof spans)[number] | null = null
      const seen: string[] = []
      for (const _ of here) {
        current = nextInCycle(here, current)!
        seen.push(current.id)
      }
      expect(new Set(seen).size).toBe(here.length)
      if (here.length > 0) expect(nextInCycle(here, current)).toBe(here[0])
      const lengths = here.map(({ start, end }) => end - start)
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    }),
  )
})

test('next and previous walk all spans in text order and come round', () => {
  fc.assert(
    fc.property(lists, fc.constantFrom(1 as const, -1 as const), (spans, step) => {
      const seen: string[] = []
      let id = spans[0]!.id
      for (const _ of spans) {
        seen.push(id)
        id = neighbour(spans, id, 0, step)!.id
      }
      expect(new Set(seen).size).toBe(spans.length)
      expect(id).toBe(spans[0]!.id)
    }),
  )
})

test('without a current span the walk begins at the caret', () => {
  const spans = [
    { id: 'a', start: 0, end: 3 },
    { id: 'b', start: 10, end: 12 },
  ]
  expect(neighbour(spans, null, 5, 1)?.id).toBe('b')
  expect(neighbour(spans, null, 5, -1)?.id).toBe('a')
  expect(neighbour([], null, 5, 1)).toBeUndefined()
})
