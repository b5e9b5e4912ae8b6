import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Choice } from './choice'
import { balanceClasses } from './class-balance'
import { exclude } from './exclusions'
import { keepHard } from './hard-samples'
import { keepLicensed } from './licence-rule'

type Item = { id: string; label: string | null; licence: string | null }
const anyItems: fc.Arbitrary<Item[]> = fc.uniqueArray(
  fc.record({
    id: fc.string({ maxLength: 4 }),
    label: fc.constantFrom('correct', 'erroneous', 'odd', null),
    licence: fc.constantFrom('MIT', 'CC BY 4.0', '仅供研究', '', ' ', 'Unknown', 'n/a', '未知', null),
  }),
  { selector: ({ id }) => id, maxLength: 40 },
)
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id).sort()
const labelOf = ({ label }: Item) => label
const half = { salt: 'a salt that nobody chose', shares: { correct: 1, erroneous: 1 } }

test('every rule accounts for every item once: it stays, or it is left out for a reason', () => {
  fc.assert(
    fc.property(anyItems, fc.array(fc.string({ maxLength: 2 })), (items, named) => {
      const choices: Choice<Item>[] = [
        exclude(
          items,
          named.map((id) => ({ id, reason: 'blurred' })),
        ),
        keepLicensed(items, null),
        keepLicensed(items, 'all authors agreed'),
        keepHard(items, [new Set(named), new Set(named.slice(1))]),
        balanceClasses(items, labelOf, half, new Set(named)),
      ]
      for (const { kept, leftOut } of choices) expect(ids([...kept, ...leftOut])).toEqual(ids(items))
    }),
  )
})

test('classes are balanced to the item, and no larger choice has this proportion', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const { kept } = balanceClasses(items, labelOf, half)
      const count = (label: string) => items.filter((item) => item.label === label).length
      const least = Math.min(count('correct'), count('erroneous'))
      for (const label of ['correct', 'erroneous'])
        expect(kept.filter((item) => item.label === label)).toHaveLength(least)
      expect(kept).toHaveLength(2 * least)
    }),
  )
})

test('any proportion is met: 70/20/10 of what there is', () => {
  const items = Array.from({ length: 300 }, (_, at) => ({
    id: `${at}`,
    label: ['a', 'b', 'c'][at % 3]!,
    licence: null,
  }))
  const { kept } = balanceClasses(items, labelOf, { salt: half.salt, shares: { a: 70, b: 20, c: 10 } })
  expect(['a', 'b', 'c'].map((label) => kept.filter((item) => item.label === label).length)).toEqual([100, 28, 14])
})

test('balance does not depend on the order of items, only on the salt', () => {
  const items = Array.from({ length: 60 }, (_, at) => ({ id: `${at}`, label: at % 3 ? 'correct' : 'erroneous' }))
  const choose = (given: typeof items, salt: string) =>
    ids(balanceClasses(given, ({ label }) => label, { ...half, salt }).kept)
  expect(choose(items.toReversed(), half.salt)).toEqual(choose(items, half.salt))
  expect(choose(items, 'another salt nobody chose')).not.toEqual(choose(items, half.salt))
})

test('an item of an earlier release is dropped only when its class has more earlier items than places', () => {
  fc.assert(
    fc.property(anyItems, fc.infiniteStream(fc.boolean()), (items, coins) => {
      const earlier = new Set(items.filter(() => coins.next().value).map(({ id }) => id))
      const { kept, leftOut } = balanceClasses(items, labelOf, half, earlier)
      for (const label of ['correct', 'erroneous']) {
        const isDropped = items.some((item) => item.label === label && earlier.has(item.id) && !kept.includes(item))
        if (isDropped) expect(kept.filter((item) => item.label === label).every(({ id }) => earlier.has(id))).toBe(true)
      }
      expect(leftOut.every(({ reason }) => reason === 'class-balance')).toBe(true)
    }),
  )
})

test('a class of which there is nothing leaves nothing, and so does a rule without classes', () => {
  const items = [{ id: 'a', label: 'correct', licence: null }]
  expect(balanceClasses(items, labelOf, half).kept).toEqual([])
  expect(balanceClasses(items, labelOf, { ...half, shares: {} }).kept).toEqual([])
})

test('what every chosen system gets right leaves, what one of them misses or leaves out stays, no system drops nothing', () => {
  const items = ['a', 'b', 'c'].map((id) => ({ id }))
  expect(ids(keepHard(items, [new Set(['a', 'b']), new Set(['b', 'c'])]).kept)).toEqual(['a', 'c'])
  expect(keepHard(items, []).kept).toEqual(items)
})

test('unknown is no licence, however it is written; an override takes it in and says so', () => {
  const items = ['MIT', '仅供研究', null, '', '  ', 'unknown', 'N/A', '未知'].map((licence, at) => ({
    id: `${at}`,
    licence,
  }))
  expect(keepLicensed(items, null)).toMatchObject({ kept: items.slice(0, 2), overridden: [] })
  expect(keepLicensed(items, ' ').kept).toEqual(items.slice(0, 2))
  for (const nothing of ['NOASSERTION', 'not stated', 'Not-Specified', 'Unknown license', 'licence unknown', 'other', 'Other licence', 'TBC', 'null', 'undefined', 'n / a', '？', '—', '未注明', '待定', '许可证未知', '其他', 'see source', 'License'])
    expect([nothing, keepLicensed([{ id: 'a', licence: nothing }], null).kept]).toEqual([nothing, []])
  for (const something of ['MIT', 'MIT License', 'CC BY-NC 4.0', 'LicenseRef-Ward', 'Unlicense', '0BSD', 'Other terms: ask the ward', '仅供研究', '许可证：仅供研究'])
    expect([something, keepLicensed([{ id: 'a', licence: something }], null).kept.length]).toEqual([something, 1])
  const { kept, overridden } = keepLicensed(items, 'The hospital agreed in writing.')
  expect(kept).toEqual(items)
  expect(overridden).toEqual(['2', '3', '4', '5', '6', '7'])
})

test('an exclusion carries the reason that a person gave', () => {
  expect(exclude([{ id: 'a' }, { id: 'b' }], [{ id: 'b', reason: 'Names a patient.' }])).toEqual({
    kept: [{ id: 'a' }],
    leftOut: [{ id: 'b', reason: 'excluded', note: 'Names a patient.' }],
  })
})
