import { expect, test } from 'vitest'
import { Followed } from './followed'

const highestFirst = (entries: [string, { value: number }][]) => entries.toSorted(([, a], [, b]) => b.value - a.value)
const follow = (most: number, values: Iterable<number>) => {
  const followed = new Followed<{ value: number; times: number }>(most, highestFirst as never)
  for (const value of values) {
    const one = followed.of(String(value), () => ({ value, times: 0 }))
    if (one) one.times += 1
  }
  return followed
}

test('whoever fits is followed, every time it comes', () => {
  const followed = follow(5, [1, 2, 3, 4, 5, 1, 1, 5])
  expect(new Map(followed.entries().map(([name, { times }]) => [name, times]))).toEqual(new Map([['1', 3], ['2', 1], ['3', 1], ['4', 1], ['5', 2]]))
  expect(followed.leftOut).toBe(0)
})

test('what made room comes back never, so that whatever is told was followed from its beginning', () => {
  const followed = follow(4, [1, 2, 3, 4, 5, 1, 1, 2, 2, 6])
  expect(followed.entries().map(([name, { times }]) => [name, times])).toEqual([['3', 1], ['4', 1], ['5', 1], ['6', 1]])
  expect(followed.leftOut).toBe(2)
})

test('of any number of names no more than so many are held, those that come first in order among them, and hardly a new one is taken for an old', () => {
  const many = 20_000
  // Best and worst by turns, so that nothing is followed for having come late.
  const followed = follow(200, Array.from({ length: many }, (_, nth) => (nth * 7_919) % many))
  expect(followed.entries().length).toBeLessThanOrEqual(200)
  const held = new Set(followed.entries().map(([, { value }]) => value))
  for (let value = many - 100; value < many; value++) expect(held.has(value)).toBe(true)
  expect(followed.leftOut + followed.entries().length).toBeGreaterThan(0.999 * many)
})
