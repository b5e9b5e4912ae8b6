/** What holds of everything that is told of hidden labels, whatever somebody hands in to find one out. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyWorld, taskLaws, toldOf, turned } from './told-law.testing'
import { stepsToldOf } from './told-steps'

const smallest = 40
const levels = [0.005, 0.05, 1]
const near = 1e-9

describe.each(Object.entries(taskLaws))('%s', (_, law) => {
  test('one hidden label turned over moves no told number by more than a step, and a step is worth two of them', () => {
    fc.assert(
      fc.property(anyWorld(law, { min: 60, max: 300 }), fc.nat(), ({ rival, ...world }, nth) => {
        const [before, after] = [world, turned(world, nth % world.labels.length)].map((each) => toldOf(law, each, rival)) as [ReturnType<typeof toldOf>, ReturnType<typeof toldOf>]
        const bears = (name: string) => Math.min(before.bearing[name]!, after.bearing[name]!)
        expect([after.tooSmall, after.counts, after.items]).toEqual([before.tooSmall, before.counts, before.items])
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
        for (const [facet, groups] of Object.entries(before.by))
          for (const [value, { measures }] of Object.entries(groups))
            for (const [name, { value: was }] of Object.entries(measures)) {
              const is = after.by[facet]?.[value]?.measures[name]?.value ?? null
              if (was !== null && is !== null) expect(Math.abs(was - is)).toBeLessThanOrEqual(0.1 + near)
            }
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

  test.each(law.few)('whoever says $few of up to 39 chosen items and $rest of all others is told nothing of what is true of these', ({ few, rest, silent }) => {
    const told = [1, 2, 39].flatMap((chosen) => {
      const world = { labels: Array.from({ length: 1_000 }, (_, item) => item % 2 === 0), said: Array.from({ length: 1_000 }, (_, item) => (item < chosen ? few : rest)) }
      const { measures, by } = toldOf(law, world, world.said)
      const all = [measures, ...Object.values(by).flatMap((groups) => Object.values(groups).map((group) => group.measures))]
      return all.flatMap((of) => Object.entries(of).flatMap(([name, { value }]) => (silent(name) && value !== null ? { chosen, name, value } : [])))
    })
    expect(told).toEqual([])
  })

  test('of two who differ in a dozen items no interval or p says which of them is right', () => {
    fc.assert(
      fc.property(anyWorld(law, { min: 100, max: 400 }), fc.integer({ min: 1, max: 12 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }), ({ labels, said, rival: _rival }, apart, truth) => {
        const kinds = Object.keys(law.said)
        const rival = said.map((what, item) => (item < apart ? kinds[(kinds.indexOf(what) + 1) % kinds.length]! : what))
        const [one, two] = [false, true].map((swapped) => toldOf(law, { said, labels: labels.map((label, item) => (item < apart ? truth[item]! !== swapped : label)) }, rival)) as [ReturnType<typeof toldOf>, ReturnType<typeof toldOf>]
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
