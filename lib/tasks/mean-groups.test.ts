import { expect, test } from 'vitest'
import { byName } from './by-name'
import type { Scores } from './evaluation'
import { meanGroups } from './mean-groups'

test('a group may be called by any word: it is a group and nothing else, and nothing of the process changes', () => {
  const { keys } = Object
  const names = ['constructor', '__proto__', 'toString']
  const one: Scores['by'] = byName()
  for (const facet of names) {
    one[facet] = byName()
    for (const value of ['keys', ...names]) one[facet][value] = { items: 1, counts: {}, measures: { m: { value: 0.5, reason: null, low: 0, high: 1 } } }
  }
  const by = meanGroups([one, one])
  expect(Object.keys(by)).toEqual([...names].sort())
  for (const facet of names) expect(Object.keys(by[facet]!)).toEqual(['keys', ...names].sort())
  expect(by['constructor']?.['keys']).toMatchObject({ items: 2, measures: { m: { value: 0.5 } } })
  expect(Object.keys).toBe(keys)
  expect(({} as Record<string, unknown>)['keys']).toBeUndefined()
})
