import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changesBetween, tombstonesAfter } from './changes-between'
import type { ChangeLog, ReleasedItem, Tombstone } from './change-log'
import { splitNames } from './split-rule'
import { bumpDue, nextVersion } from './version-due'

const print = fc.constantFrom('1', '2')
const contents: fc.Arbitrary<ReleasedItem[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ maxLength: 2 }),
    split: fc.constantFrom(...splitNames),
    text: print,
    verdict: print,
    record: print,
    reason: fc.option(fc.string(), { nil: null }),
  }),
  { selector: ({ id }) => id, maxLength: 20 },
)
const none = new Map<string, string>()
const between = (before: ReleasedItem[], now: ReleasedItem[]) =>
  changesBetween({ version: '1.0.0', items: before }, now, none)
const one: ReleasedItem = { id: 'a', split: 'test', text: '1', verdict: '1', record: '1', reason: 'seen again' }

test('the same contents in any order change nothing, so only documents can have: a patch', () => {
  fc.assert(
    fc.property(contents, (items) => {
      const changes = between(items, items.toReversed())
      expect(Object.values(changes).flat()).toEqual([])
      expect(bumpDue(changes)).toBe('patch')
    }),
  )
})

test('what one direction adds the other removes, and a change of a shared item is seen from both', () => {
  fc.assert(
    fc.property(contents, contents, (before, now) => {
      const there = between(before, now)
      const back = between(now, before)
      const ids = (list: { id: string }[]) => list.map(({ id }) => id)
      expect(ids(there.added)).toEqual(ids(back.removed))
      expect(ids(there.removed)).toEqual(ids(back.added))
      for (const kind of ['verdicts', 'texts', 'splits', 'records'] as const)
        expect(ids(there[kind])).toEqual(ids(back[kind]))
    }),
  )
})

test('gone, another verdict, text or split: major; added or described anew: minor', () => {
  const changed = (change: Partial<ReleasedItem>) => bumpDue(between([one], [{ ...one, ...change }]))
  expect(bumpDue(between([one], []))).toBe('major')
  expect([changed({ verdict: '2' }), changed({ text: '2' }), changed({ split: 'train' })]).toEqual(
    Array.from({ length: 3 }, () => 'major'),
  )
  expect(changed({ record: '2' })).toBe('minor')
  expect(bumpDue(between([], [one]))).toBe('minor')
  expect(bumpDue(between([{ ...one, id: 'b' }], [one]))).toBe('major')
})

test('a changed verdict is told with its reason, a removed item with why and its last version', () => {
  const changes = changesBetween(
    { version: '1.2.0', items: [one, { ...one, id: 'b' }] },
    [{ ...one, verdict: '2' }],
    new Map([['b', 'The source took it back.']]),
  )
  expect(changes.verdicts).toEqual([{ id: 'a', split: 'test', reason: 'seen again' }])
  expect(changes.removed).toEqual([
    { id: 'b', split: 'test', lastVersion: '1.2.0', reason: 'The source took it back.' },
  ])
})

test('tombstones stay for every item that is gone, until it returns', () => {
  const stone = (id: string): Tombstone => ({ id, split: 'test', lastVersion: '1.0.0', reason: 'withdrawn' })
  const changes: ChangeLog = {
    ...between([], []),
    added: [{ id: 'a', split: 'test' }],
    removed: [stone('c')],
  }
  expect(tombstonesAfter([stone('b'), stone('a')], changes)).toEqual([stone('b'), stone('c')])
})

test('versions count up from 1.0.0 and never go by text', () => {
  expect(nextVersion(null, 'patch')).toBe('1.0.0')
  expect(nextVersion('1.9.3', 'patch')).toBe('1.9.4')
  expect(nextVersion('1.9.3', 'minor')).toBe('1.10.0')
  expect(nextVersion('9.9.3', 'major')).toBe('10.0.0')
  expect(() => nextVersion('1.0', 'minor')).toThrow(RangeError)
})
