import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from './add-days'
import { forecast } from './forecast'

const today = '2026-02-27'

/** Mulberry32 (public domain): the same course of chance on every machine. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Knuth's Poisson draw. */
function poisson(mean: number, random: () => number): number {
  let [count, product] = [0, random()]
  while (product > Math.exp(-mean)) {
    count++
    product *= random()
  }
  return count
}

describe('the forecast', () => {
  test('a steady rate ends on the day it ends, today being the first day of work', () => {
    const steady = { perDay: [10, 10, 10, 10, 10, 10, 10], today }
    expect(forecast({ ...steady, remaining: 10 })).toMatchObject({ perDay: 10, expected: today, reason: null })
    expect(forecast({ ...steady, remaining: 21 })).toMatchObject({ expected: '2026-03-01' })
  })

  test.each([
    ['finished', 0, [5, 5, 5, 5, 5]],
    ['too-few-days', 50, [9, 9, 9, 9]],
    ['too-few-days', 50, []],
    ['too-few-submissions', 50, [3, 0, 3, 0, 3]],
    ['too-few-submissions', 50, [0, 0, 40, 0, 0]],
    ['too-far', 1_000_000, [2, 2, 2, 2, 2]],
  ] as const)('%s: no date, and why (%#)', (reason, remaining, perDay) => {
    const said = forecast({ remaining, perDay, today })
    expect(said).toMatchObject({ remaining, expected: null, reason })
    expect(said).not.toHaveProperty('earliest')
  })

  test('where nothing remains that is given out, it says whether the rest is paused or for nobody, and gives no date', () => {
    const none = { remaining: 0, perDay: [5, 5, 5, 5, 5], today }
    expect(forecast({ ...none, paused: 3, forNobody: 2 })).toMatchObject({ expected: null, reason: 'paused' })
    expect(forecast({ ...none, forNobody: 2 })).toMatchObject({ expected: null, reason: 'nobody-left' })
    expect(forecast({ ...none, remaining: 5, paused: 3, forNobody: 2 })).toMatchObject({ expected: today, reason: null })
  })

  test('work too unsteady to bound has an earliest day and no latest', () => {
    const unsteady = forecast({ remaining: 100, perDay: [0, 0, 0, 0, 1, 0, 40], today })
    expect(unsteady).toMatchObject({ reason: null, latest: null })
  })

  test('the days stand in order, and more work is never done sooner', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(50), { minLength: 5, maxLength: 40 }),
        fc.integer({ min: 1, max: 5_000 }),
        (perDay, remaining) => {
          const said = forecast({ remaining, perDay, today })
          const more = forecast({ remaining: remaining + 1, perDay, today })
          if (said.reason !== null || more.reason !== null) return
          expect(said.earliest >= today && said.earliest <= said.expected).toBe(true)
          if (said.latest !== null) expect(said.expected <= said.latest).toBe(true)
          expect(more.earliest >= said.earliest && more.expected >= said.expected).toBe(true)
        },
      ),
    )
  })

  test('the interval holds the true day about as often as it says', () => {
    const random = seeded(1)
    const trials = 2_000
    let [held, early] = [0, 0]
    for (let trial = 0; trial < trials; trial++) {
      const said = forecast({ remaining: 600, perDay: Array.from({ length: 28 }, () => poisson(8, random)), today })
      let [left, day] = [600, -1]
      while (left > 0) {
        left -= poisson(8, random)
        day++
      }
      const done = addDays(today, day)
      if (said.reason !== null || said.latest === null) continue
      if (said.earliest <= done && done <= said.latest) held++
      if (done < said.earliest) early++
    }
    expect(held / trials).toBeGreaterThan(0.76)
    expect(held / trials).toBeLessThan(0.88)
    // Both sides miss: the interval is not lopsided.
    expect(early / trials).toBeGreaterThan(0.04)
    expect((trials - held - early) / trials).toBeGreaterThan(0.04)
  })

  test('days are counted across months and leap years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', 0)).toBe('2026-03-01')
  })
})
