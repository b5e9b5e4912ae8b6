import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignSplits } from './split'
import { splitNames, splitRule, type EarlierItem, type SplitItem, type SplitName, type SplitRule } from './split-rule'

const salt = 'a salt that nobody chose'
const ruleOf = (train: number, validation: number, test: number, stratifyBy: string[] = []): SplitRule =>
  splitRule.parse({ salt, ratios: { train, validation, test }, stratifyBy })

const ratios = fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)).filter((parts) => parts.some((part) => part > 0))
const rules = fc
  .tuple(ratios, fc.string({ minLength: 16, maxLength: 20 }))
  .map(([parts, drawn]): SplitRule => ({ ...ruleOf(...parts, ['label', 'tags']), salt: drawn }))
const anyItems = fc.uniqueArray(
  fc.record({
    id: fc.oneof(fc.string({ maxLength: 4 }), fc.constantFrom('患者-1', '患者-2', '🩺')),
    group: fc.option(fc.constantFrom('p1', 'p2', 'p3', 'p4'), { nil: null, freq: 2 }),
    strata: fc.record({
      label: fc.constantFrom('correct', 'erroneous', null),
      tags: fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 }),
    }),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
)
const worlds = anyItems.chain((items) =>
  fc.record({
    items: fc.constant(items),
    shuffled: fc.shuffledSubarray(items, { minLength: items.length }),
    pairs:
      items.length === 0
        ? fc.constant<{ a: string; b: string }[]>([])
        : fc.array(
            fc.tuple(fc.constantFrom(...items), fc.constantFrom(...items)).map(([a, b]) => ({ a: a.id, b: b.id })),
            { maxLength: 12 },
          ),
  }),
)

/** Written without union-find: everything reachable by group or pair. */
function clusterOf(start: string, items: readonly SplitItem[], pairs: readonly { a: string; b: string }[]): string[] {
  const reached = new Set([start])
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    const groups = new Set(items.flatMap(({ id, group }) => (reached.has(id) && group !== null ? [group] : [])))
    for (const { id, group } of items) if (group !== null && groups.has(group)) reached.add(id)
    for (const { a, b } of pairs) {
      if (reached.has(a)) reached.add(b)
      if (reached.has(b)) reached.add(a)
    }
  }
  return [...reached].sort()
}

const countOf = (splitOf: ReadonlyMap<string, SplitName>, name: SplitName) =>
  [...splitOf.values()].filter((each) => each === name).length

test('the order in which items and pairs come does not matter', () => {
  fc.assert(
    fc.property(worlds, rules, ({ items, shuffled, pairs }, rule) => {
      const one = assignSplits(items, rule, { pairs })
      const turned = pairs.toReversed().map(({ a, b }) => ({ a: b, b: a }))
      const other = assignSplits(shuffled, rule, { pairs: turned })
      expect([...other.splitOf].sort()).toEqual([...one.splitOf].sort())
      expect({ ...other, splitOf: null }).toEqual({ ...one, splitOf: null })
    }),
  )
})

test('every item gets one split, siblings and near-duplicates the same one, and none a split without a share', () => {
  fc.assert(
    fc.property(worlds, rules, ({ items, pairs }, rule) => {
      const { splitOf, conflicts } = assignSplits(items, rule, { pairs })
      expect([...splitOf.keys()].sort()).toEqual(items.map(({ id }) => id).sort())
      for (const { id } of items) {
        expect(new Set(clusterOf(id, items, pairs).map((each) => splitOf.get(each))).size).toBe(1)
        expect(rule.ratios[splitOf.get(id)!]).toBeGreaterThan(0)
      }
      expect(conflicts).toEqual([])
    }),
  )
})

test('no split is further from its ratio than the largest cluster has items', () => {
  fc.assert(
    fc.property(worlds, rules, ({ items, pairs }, rule) => {
      const { splitOf, largestCluster } = assignSplits(items, rule, { pairs })
      expect(largestCluster).toBe(Math.max(0, ...items.map(({ id }) => clusterOf(id, items, pairs).length)))
      const sum = splitNames.reduce((total, name) => total + rule.ratios[name], 0)
      for (const name of splitNames) {
        const wanted = (items.length * rule.ratios[name]) / sum
        // Ratios ask for fractions of items; a whole number is less than one away.
        expect(Math.abs(countOf(splitOf, name) - wanted)).toBeLessThan(largestCluster + 1)
      }
    }),
  )
})

test('strata pulling all one way do not move a split from its ratio', () => {
  // Every value stands alone, so every item by itself would be best placed in the largest split.
  const items = Array.from({ length: 50 }, (_, at): SplitItem => {
    const tags = Array.from({ length: 20 }, (_, tag) => `${at}-${tag}`)
    return { id: `${at}`, group: null, strata: { tags } }
  })
  const { splitOf } = assignSplits(items, ruleOf(8, 1, 1, ['tags']))
  expect(splitNames.map((name) => countOf(splitOf, name))).toEqual([40, 5, 5])
})

test('a cluster goes where it goes, whichever of its members comes first', () => {
  const items = many(300)
  const pairs = Array.from({ length: 100 }, (_, at) => ({ a: `item-${at}`, b: `item-${at + 150}` }))
  const one = assignSplits(items, ruleOf(1, 1, 1), { pairs })
  const other = assignSplits(items.toReversed(), ruleOf(1, 1, 1), { pairs })
  expect([...other.splitOf].sort()).toEqual([...one.splitOf].sort())
})

test('a later version keeps every earlier item in its split, and new siblings go where their elders are', () => {
  const growing = worlds.chain((world) =>
    fc.record({
      world: fc.constant(world),
      first: fc.subarray(world.items),
      now: fc.subarray(world.items),
    }),
  )
  fc.assert(
    fc.property(growing, rules, rules, ({ world: { items, pairs }, first, now }, before, after) => {
      const { splitOf } = assignSplits(first, before, { pairs })
      const earlier = first.map(({ id, group }): EarlierItem => ({ id, group, split: splitOf.get(id)! }))
      const later = assignSplits(now, after, { pairs, earlier })
      const known = items.filter(({ id }) => first.some((e) => e.id === id) || now.some((e) => e.id === id))
      const bound = pairs.filter(({ a, b }) => known.some(({ id }) => id === a) && known.some(({ id }) => id === b))
      for (const { id } of now) {
        const elders = new Set(clusterOf(id, known, bound).flatMap((each) => splitOf.get(each) ?? []))
        if (splitOf.has(id)) expect(later.splitOf.get(id)).toBe(splitOf.get(id))
        else if (elders.size > 0) expect(later.splitOf.get(id)).toBe(elders.size > 1 ? undefined : [...elders][0])
        expect(later.conflicts.some(({ added }) => added.includes(id))).toBe(elders.size > 1 && !splitOf.has(id))
      }
    }),
  )
})

test('where a new item ties two splits together it goes to neither, and the conflict is named', () => {
  const item = (id: string): SplitItem => ({ id, group: null, strata: {} })
  const earlier: EarlierItem[] = [
    { id: 'old-train', group: null, split: 'train' },
    { id: 'old-test', group: null, split: 'test' },
  ]
  const pairs = [
    { a: 'new', b: 'old-train' },
    { a: 'new', b: 'old-test' },
  ]
  const { splitOf, conflicts, achieved } = assignSplits(['new', 'old-train', 'old-test'].map(item), ruleOf(8, 1, 1), {
    pairs,
    earlier,
  })
  expect(Object.fromEntries(splitOf)).toEqual({ 'old-train': 'train', 'old-test': 'test' })
  expect(achieved[0]!.splits).toMatchObject({ train: { got: 1 }, validation: { got: 0 }, test: { got: 1 } })
  expect(conflicts).toEqual([
    {
      earlier: [
        { id: 'old-test', split: 'test' },
        { id: 'old-train', split: 'train' },
      ],
      added: ['new'],
    },
  ])
})

test('a sibling of an item that has left goes where that item was', () => {
  const earlier: EarlierItem[] = [{ id: 'withdrawn', group: 'p1', split: 'validation' }]
  const { splitOf } = assignSplits([{ id: 'new', group: 'p1', strata: {} }], ruleOf(1, 0, 0), { earlier })
  expect(splitOf.get('new')).toBe('validation')
})

const many = (count: number): SplitItem[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `item-${at}`,
    group: at % 7 === 0 ? `group-${Math.floor(at / 35)}` : null,
    strata: {
      label: (at * 7919) % 10 < 3 ? 'erroneous' : 'correct',
      specialty: `specialty-${(at * 104_729) % 26}`,
      tags: [`tag-${(at * 31) % 5}`],
    },
  }))

test('strata are met as far as clusters allow: each within the size of a few clusters, the table says how far', () => {
  const { achieved } = assignSplits(many(5_000), ruleOf(8, 1, 1, ['label', 'specialty', 'tags']))
  expect(achieved.map(({ field }) => field)).toEqual([
    null,
    ...Array.from({ length: 2 }, () => 'label'),
    ...Array.from({ length: 26 }, () => 'specialty'),
    ...Array.from({ length: 5 }, () => 'tags'),
  ])
  for (const { splits } of achieved)
    for (const name of splitNames) expect(Math.abs(splits[name]!.got - splits[name]!.wanted)).toBeLessThan(5)
})

test('a stratum of single items is met to the item', () => {
  const items = many(4_000).map((item) => ({ ...item, group: null }))
  const { achieved } = assignSplits(items, ruleOf(8, 1, 1, ['label']))
  for (const { splits } of achieved)
    for (const name of splitNames) expect(Math.abs(splits[name]!.got - splits[name]!.wanted)).toBeLessThanOrEqual(1)
})

test('another salt is another division', () => {
  const items = many(500)
  const one = assignSplits(items, ruleOf(1, 1, 1))
  const other = assignSplits(items, { ...ruleOf(1, 1, 1), salt: 'another salt nobody chose' })
  expect([...other.splitOf].sort()).not.toEqual([...one.splitOf].sort())
})

test('an id that comes twice is a defect of whoever asks', () => {
  const twice: SplitItem[] = [1, 2].map(() => ({ id: 'a', group: null, strata: {} }))
  expect(() => assignSplits(twice, ruleOf(1, 1, 1))).toThrow(RangeError)
})

test('a hundred thousand items are divided within seconds', () => {
  const { splitOf } = assignSplits(many(100_000), ruleOf(8, 1, 1, ['label', 'specialty', 'tags']))
  expect(countOf(splitOf, 'test')).toBe(10_000)
})
