import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Mark } from './mark'
import { markChunks, sameLook } from './mark-chunks'

const marks = fc.array(fc.tuple(fc.nat(20_000), fc.integer({ min: 1, max: 400 })), { maxLength: 60 }).map((list) =>
  list.map(([start, length], index): Mark => ({
    id: `${index}`,
    start,
    end: start + length,
    colour: 'rose',
    label: '1',
  })),
)

test('every mark is in exactly one group, and overlapping marks of any groups have lanes of their own', () => {
  fc.assert(
    fc.property(marks, (list) => {
      const laned = markChunks(list).flatMap((chunk) => chunk.marks)
      expect(laned.map(({ mark }) => mark.id).sort()).toEqual(list.map(({ id }) => id).sort())
      for (const a of laned)
        for (const b of laned)
          if (a !== b && a.mark.start < b.mark.end && b.mark.start < a.mark.end) expect(a.lane).not.toBe(b.lane)
    }),
  )
})

test('a new mark changes no group that begins elsewhere and overlaps nothing of its', () => {
  const list: Mark[] = Array.from({ length: 20 }, (_, at) => ({
    id: `${at}`,
    start: at * 1_000,
    end: at * 1_000 + 10,
    colour: 'rose',
    label: '1',
  }))
  const before = new Map(markChunks(list).map((chunk) => [chunk.number, chunk.marks]))
  const after = markChunks([...list, { id: 'new', start: 5_002, end: 5_020, colour: 'sky', label: '2' }])
  const changed = after.filter((chunk) => !sameLook(chunk.marks, before.get(chunk.number) ?? []))
  expect(changed).toHaveLength(1)
})

test('a group looks different when anything that is seen of a mark changes', () => {
  const mark: Mark = { id: 'a', start: 1, end: 4, colour: 'rose', label: '1', tone: 'plain' }
  const look = (change: Partial<Mark>) => [{ mark: { ...mark, ...change }, lane: 0 }]
  expect(sameLook(look({}), look({}))).toBe(true)
  for (const change of [
    { start: 2 },
    { end: 5 },
    { colour: 'sky' as const },
    { label: '2' },
    { tone: 'active' as const },
    { id: 'b' },
  ])
    expect(sameLook(look({}), look(change))).toBe(false)
})
