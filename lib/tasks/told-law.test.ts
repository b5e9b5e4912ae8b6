/** What holds of everything that is told of hidden labels, whatever somebody hands in to find one out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isOfLabels } from './tally/tally-measures'
import { anyWorld, shapeOf, toldOf, turned, type World } from './told-law.testing'
import { taskLaws, type TaskLaw } from './told-law-tasks.testing'
import { stepsToldOf } from './told-steps'

const smallest = 40
const levels = [0.005, 0.05, 1]
const near = 1e-9
type Told = ReturnType<typeof toldOf>

/** Each label is another one, in worlds where the item at hand may be of any size and anything may be said of it. */
const anyTurn = (law: TaskLaw, items: { min: number; max: number }) =>
  fc.record({ world: anyWorld(law, items), nth: fc.nat(), size: fc.nat(law.sizes - 1), what: fc.option(fc.constantFrom(...Object.keys(law.said))), from: fc.nat(law.labels - 1), by: fc.integer({ min: 1, max: law.labels - 1 }) }).map(({ world: { rival, ...world }, nth, size, what, from, by }) => {
    const item = nth % world.labels.length
    const before: World = { labels: world.labels.with(item, from), sizes: world.sizes.with(item, size), said: what === null ? world.said : world.said.with(item, what) }
    return { before, after: turned(before, item, (from + by) % law.labels), rival }
  })

/** That no told number of a group moves by more than a step, which is worth two items, and that which are told hangs on how many there are alone. */
function expectGroupsToStay(before: Told, after: Told): void {
  const [was, is] = [before.groups(), after.groups()]
  for (const facet of new Set([before.by, after.by].flatMap(Object.keys)))
    for (const value of new Set([before.by[facet], after.by[facet]].flatMap((groups) => Object.keys(groups ?? {})))) {
      const [bears, bore] = [after, before].map((each) => each.bearingIn(facet, value)) as [Record<string, number>, Record<string, number>]
      const [forties, were] = [after, before].map((each) => each.fortiesIn(facet, value)) as [Record<string, number[]>, Record<string, number[]>]
      for (const name of Object.keys(before.measures)) {
        const [one, two] = [before, after].map((each) => each.by[facet]?.[value]?.measures[name]?.value ?? null)
        const bearing = Math.min(bears[name]!, bore[name]!)
        const hangsOnForty = forties[name]!.some((times, nth) => times !== were[name]![nth])
        if ((one === null) !== (two === null) && !hangsOnForty) expect([facet, value, name, bearing > smallest - 3 && bearing < smallest + 3]).toEqual([facet, value, name, true])
        if (one == null || two == null) continue
        const step = 1 / Math.min(20, stepsToldOf(bearing))
        expect([facet, value, name, Math.abs(one - two) <= step + near]).toEqual([facet, value, name, true])
        expect([facet, value, name, 2 * Math.abs(was[facet]![value]!.measures[name]!.value! - is[facet]![value]!.measures[name]!.value!) <= step + near]).toEqual([facet, value, name, true])
      }
    }
}

/** The same of the whole split, with intervals as wide; and there are as many groups, whether of them a number is told or none. */
function expectWholeToStay({ plan }: TaskLaw, before: Told, after: Told): void {
  const bears = (name: string) => Math.min(before.bearing[name]!, after.bearing[name]!)
  const groupsOf = ({ tooSmall, by }: Told) => Object.entries(by).reduce((sum, [facet, of]) => sum + (isOfLabels(plan, facet) ? 0 : Object.keys(of).length), tooSmall)
  expect([groupsOf(after), after.counts, after.items]).toEqual([groupsOf(before), before.counts, before.items])
  for (const [name, one] of Object.entries(before.measures)) {
    const two = after.measures[name]!
    // What is true of the split may bear one item more or fewer.
    if ((one.value === null) !== (two.value === null)) expect(bears(name)).toBeGreaterThan(smallest - 3)
    if (one.value === null || two.value === null) continue
    const step = 1 / stepsToldOf(bears(name))
    expect([name, 2 * Math.abs(before.exact.measures[name]!.value! - after.exact.measures[name]!.value!) <= step + near]).toEqual([name, true])
    expect(Math.abs(one.value - two.value)).toBeLessThanOrEqual(step + near)
    expect(Math.abs(one.high! - one.low! - two.high! + two.low!)).toBeLessThanOrEqual(2 * step + near)
  }
}

describe.each(Object.entries(taskLaws))('%s', (_, law) => {
  const kinds = Object.keys(law.said)
  test('one hidden label turned over moves no told number by more than a step, and a step is worth two of them', () => {
    fc.assert(
      fc.property(anyTurn(law, { min: 60, max: 300 }), ({ rival, ...worlds }) => {
        const [before, after] = [worlds.before, worlds.after].map((each) => toldOf(law, each, rival)) as [Told, Told]
        expectWholeToStay(law, before, after)
        expectGroupsToStay(before, after)
        const bears = (name: string) => Math.min(before.bearing[name]!, after.bearing[name]!)
        for (const [name, one] of Object.entries(before.against)) {
          const two = after.against[name]!
          if (one.difference === null || two.difference === null) continue
          const step = 1 / stepsToldOf(Math.min(bears(name), before.rivalBearing[name]!, after.rivalBearing[name]!))
          expect(Math.abs(one.difference - two.difference)).toBeLessThanOrEqual(2 * step + near)
          expect(Math.abs(one.high! - one.low! - two.high! + two.low!)).toBeLessThanOrEqual(2 * step + near)
          expect(Math.abs(levels.indexOf(one.p!) - levels.indexOf(two.p!))).toBeLessThanOrEqual(1)
        }
      }),
      { numRuns: 10 },
    )
  })

  test.each(kinds)('nor does the label of one item that is larger than all others, of which %s is said', (what) => {
    const labels = Array.from({ length: 40 * law.labels }, (_, item) => item % law.labels)
    const [item, from] = [0, labels[0]!]
    const worlds = Array.from({ length: law.labels }, (_, label): World => turned({ labels, sizes: labels.map((_, nth) => (nth === item ? law.sizes - 1 : 0)), said: labels.map((_, nth) => (nth === item ? what : kinds[nth % 2]!)) }, item, label))
    const told = worlds.map((world) => toldOf(law, world, undefined, 2))
    expect(told).toHaveLength(law.labels)
    for (const [label, after] of told.entries()) {
      if (label === from) continue
      expectWholeToStay(law, told[from]!, after)
      expectGroupsToStay(told[from]!, after)
    }
  })

  test('that something is told is no answer about a label: to say as much of items with other labels is told as many numbers', () => {
    const labels = Array.from({ length: 60 * law.labels }, (_, item) => Math.floor(item / 60))
    const sizes = labels.map(() => 0)
    const pairs = kinds.flatMap((few, nth) => [1, -1].map((by) => [few, kinds.at((nth + by) % kinds.length)!] as const))
    for (const [few, rest] of pairs)
      for (let label = 0; label < law.labels; label++) {
        const of = (which: number) => labels.flatMap((each, item) => (each === which && item % 3 !== 0 ? item : []))
        const others = of(label).slice(0, 39)
        const [one, other] = [of(label)[39]!, of((label + 1) % law.labels)[39]!].map((last) => {
          const chosen = new Set([...others, last])
          return shapeOf(toldOf(law, { labels, sizes, said: labels.map((_, item) => (chosen.has(item) ? few : rest)) }, undefined, 2))
        })
        expect([few, rest, label, other]).toEqual([few, rest, label, one])
      }
  })

  test('whatever a label turned over changes of how an item is told apart is said to be a label', () => {
    for (let label = 1; label < law.labels; label++) {
      const [one, other] = [0, label].map((each) => law.evaluation.facets(law.record(each, 0))) as [Record<string, unknown>, Record<string, unknown>]
      const changed = [...new Set([one, other].flatMap(Object.keys))].filter((facet) => JSON.stringify(one[facet]) !== JSON.stringify(other[facet]))
      expect(changed.filter((facet) => !isOfLabels(law.plan, facet))).toEqual([])
      const parts = [0, label].map((each) => Object.keys(law.plan.read(law.evaluation.mark(law.record(each, 0), undefined, { match: law.evaluation.matches[0] }).mark)!.parts ?? {}))
      if (JSON.stringify(parts[0]) !== JSON.stringify(parts[1])) expect(isOfLabels(law.plan, law.plan.partsAs)).toBe(true)
    }
  })

  test.each(law.few)('whoever says $few of up to 39 chosen items and $rest of all others is told nothing of what is true of these', ({ few, rest, silent }) => {
    const told = [1, 2, 39].flatMap((chosen) => {
      const labels = Array.from({ length: 1_000 }, (_, item) => item % law.labels)
      const world = { labels, sizes: labels.map(() => 0), said: labels.map((_, item) => (item < chosen ? few : rest)) }
      const { measures, by } = toldOf(law, world, undefined, 2)
      const of = (all: typeof measures, ofGroup: boolean) => Object.entries(all).flatMap(([name, { value }]) => (silent(name, ofGroup) && value !== null ? { chosen, name, value } : []))
      return [...of(measures, false), ...Object.values(by).flatMap((groups) => Object.values(groups).flatMap((group) => of(group.measures, true)))]
    })
    expect(told).toEqual([])
  })

  test('of two who differ in a dozen items no interval or p says which of them is right', () => {
    fc.assert(
      fc.property(anyWorld(law, { min: 100, max: 400 }), fc.integer({ min: 1, max: 12 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), ({ labels, sizes, said, rival: _rival }, apart, truth) => {
        const rival = said.map((what, item) => (item < apart ? kinds[(kinds.indexOf(what) + 1) % kinds.length]! : what))
        const [one, two] = [false, true].map((swapped) => toldOf(law, { said, sizes, labels: labels.map((label, item) => (item < apart ? Number(truth[item]! !== swapped) : label)) }, rival)) as [Told, Told]
        for (const [name, { difference, low, high, p }] of Object.entries(one.against)) {
          const other = two.against[name]!
          if (difference === null || other.difference === null) continue
          expect([name, p, other.p]).toEqual([name, 1, 1])
          // How wide an interval is follows from all the labels, so it may round another way: by a step to either side, and no more.
          const step = 1 / stepsToldOf(Math.min(...[one, two].flatMap((each) => [each.bearing[name]!, each.rivalBearing[name]!])))
          expect(Math.abs(high! - low! - other.high! + other.low!)).toBeLessThanOrEqual(2 * step + near)
        }
      }),
      { numRuns: 6 },
    )
  })
})
