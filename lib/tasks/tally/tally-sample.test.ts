import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toEnd } from '@/lib/stats/steps'
import { TallySample } from './tally-sample'

/** So many that what is drawn for sixty groups is not held at once. */
const resampling = { seed: 1, resamples: 20_000 }

/** By group the first column in every replicate. */
function replicatesOf(sample: TallySample, groups: readonly number[]): Map<number, number[]> {
  const found = new Map<number, number[]>()
  const into = new Float64Array(sample.columns)
  toEnd(
    sample.resampled(groups, resampling, (group, replicate) => {
      found.set(group, Array.from({ length: resampling.resamples }, (_, nth) => (replicate(nth, into), into[0]!)))
    }),
  )
  return found
}

test('groups see the same draws, however many there are and whatever is held at once', () => {
  const groups = 60
  const sample = new TallySample(groups, 12)
  for (let item = 0; item < groups; item++) sample.addGroup({ items: [item], kinds: [sample.kindOf(String(item % 9), () => [1, ...new Array<number>(11).fill(item % 9)])] })
  sample.addGroup({ items: Array.from({ length: groups }, (_, item) => item), kinds: Array.from({ length: groups }, (_, item) => item % 9) })
  const all = replicatesOf(sample, Array.from({ length: groups + 1 }, (_, group) => group))
  expect(all.get(groups)!.every((items) => items === groups)).toBe(true)
  for (const group of [0, 7, groups - 1]) expect(all.get(group)).toEqual(replicatesOf(sample, [group]).get(group))
  const drawn = (nth: number) => Array.from({ length: groups }, (_, group) => all.get(group)![nth]!).reduce((sum, times) => sum + times)
  expect([drawn(0), drawn(19_999)]).toEqual([groups, groups])
})

test('few kinds and many give the same sums', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(9)), { minLength: 1, maxLength: 20 }), (numbers) => {
      const sample = (columns: number) => {
        const of = new TallySample(numbers.length, columns)
        const kinds = numbers.map((own) => of.kindOf(own.join(), () => [...own, ...new Array<number>(columns - 2).fill(0)]))
        of.addGroup({ items: numbers.map((_, item) => item), kinds })
        return of
      }
      expect(replicatesOf(sample(2), [0])).toEqual(replicatesOf(sample(200), [0]))
      expect([...sample(2).sumsOf(0).sums]).toEqual([0, 1].map((column) => numbers.reduce((sum, own) => sum + own[column]!, 0)))
    }),
    { numRuns: 5 },
  )
})
