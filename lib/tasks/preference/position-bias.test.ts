import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '@/lib/stats/seeded-random'
import { better, tie } from './any-readings.testing'
import { positionBias } from './position-bias'
import { selfConsistency, type Repeated } from './self-consistency'

const by = { seed: 1, resamples: 400, confidence: 0.95 }
const reading = (shown: string[], response: string | null) => ({ shown, overall: response === null ? tie : better(response) })

describe('position bias', () => {
  test('is 0 for whoever goes by the response, ½ for whoever takes the first of two, and minus the mirror image', () => {
    const orders = Array.from({ length: 200 }, (_, nth) => (nth % 2 ? ['a', 'b'] : ['b', 'a']))
    const bias = (choose: (shown: string[]) => string | null) => positionBias(orders.map((shown) => [reading(shown, choose(shown))]), by)
    expect(bias(() => 'a')).toMatchObject({ value: 0, choices: 200, first: 100 })
    expect(bias((shown) => shown[0]!)).toMatchObject({ value: 0.5, interval: { low: 0.5, high: 0.5 } })
    expect(bias((shown) => shown[1]!).value).toBe(-0.5)
    expect(bias(() => null)).toEqual({ value: null, reason: 'nothing-chosen', choices: 0, first: 0, interval: null })
  }) // prettier-ignore

  test('of one item that anybody chose on has no interval, of two it has', () => {
    const [chosen, tied] = [[reading(['a', 'b'], 'a'), reading(['b', 'a'], 'b')], [reading(['a', 'b'], null)]]
    expect(positionBias([chosen, tied], by)).toMatchObject({ value: 0.5, interval: null })
    expect(positionBias([chosen, chosen], by).interval).not.toBeNull()
  })

  test('the interval holds what the readers were made to have, for any number of responses', () => {
    const random = seededRandom(7)
    const items = Array.from({ length: 1_500 }, () => {
      const shown = ['a', 'b', 'c']
      // A fifth of the choices go by place, the others by nothing at all.
      return [reading(shown, random() < 0.2 ? 'a' : shown[Math.floor(random() * 3)]!)]
    })
    const { interval } = positionBias(items, by)
    const true_ = 0.2 * (1 - 1 / 3)
    expect(interval!.low).toBeLessThan(true_)
    expect(interval!.high).toBeGreaterThan(true_)
    expect(interval!.low).toBeGreaterThan(0)
  })
})

describe('self-consistency', () => {
  const twice = (reader: string, once: string | null, again: string | null): Repeated => ({ reader: { id: reader, name: reader }, once: reading(['a', 'b'], once), again: reading(['b', 'a'], again) })

  test('one reader’s two looks at the same are compared, by each reader; going by place shows', () => {
    const repeats = [twice('r1', 'a', 'a'), twice('r1', 'a', 'b'), twice('r2', 'b', 'a')]
    const { all, readers } = selfConsistency(repeats, 0.95)
    expect(all).toMatchObject({ pairs: 3, same: 1, firstBoth: 1, lastBoth: 1 })
    expect(readers).toMatchObject([
      { reader: 'r1', pairs: 2, same: 1, share: { value: 0.5 }, firstBoth: 1, lastBoth: 0 },
      { reader: 'r2', pairs: 1, same: 0, lastBoth: 1 },
    ])
    expect(selfConsistency([], 0.95).all).toMatchObject({ share: { value: null, reason: 'no-repeats' }, interval: null })
  })

  test('two readers of one name have a figure each', () => {
    const named = (id: string, once: string, again: string) => ({ ...twice(id, once, again), reader: { id, name: '王伟' } })
    const { readers } = selfConsistency([named('p2', 'b', 'a'), named('p1', 'a', 'a'), named('p2', 'b', 'b')], 0.95)
    expect(readers).toMatchObject([{ reader: '王伟', pairs: 1, same: 1 }, { reader: '王伟', pairs: 2, same: 1 }])
  })

  test('what is the same, first and last are apart, and readers add up to all', () => {
    const side = fc.constantFrom('a', 'b', null)
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('r1', 'r2', 'r3'), side, side)), (given) => {
        const { all, readers } = selfConsistency(given.map(([reader, once, again]) => twice(reader, once, again)), 0.95)
        expect(all.same + all.firstBoth + all.lastBoth).toBeLessThanOrEqual(all.pairs)
        for (const of of ['pairs', 'same', 'firstBoth', 'lastBoth'] as const) expect(readers.reduce((sum, one) => sum + one[of], 0)).toBe(all[of])
      }),
    )
  })
})
