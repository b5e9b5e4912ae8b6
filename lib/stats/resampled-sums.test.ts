import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bootstrap } from './bootstrap'
import { ItemSums } from './resampled-sums'
import { seededRandom } from './seeded-random'
import { toEnd } from './steps'

const resampling = { seed: 3, resamples: 7 }
const anyItems = fc.array(fc.array(fc.tuple(fc.nat(3), fc.integer({ min: -5, max: 5 })), { maxLength: 4 }), { minLength: 1, maxLength: 25 })

test('sums of a replicate are those of the items that were drawn, by the draws of the seed', () => {
  fc.assert(
    fc.property(anyItems, (items) => {
      const sums = new ItemSums(4)
      for (const item of items) sums.add(item.map(([cell]) => cell), item.map(([, amount]) => amount)) // prettier-ignore
      const found = toEnd(sums.resampled(resampling))
      const random = seededRandom(resampling.seed)
      const expected = Array.from({ length: resampling.resamples }, () => {
        const cells = [0, 0, 0, 0]
        for (let draw = 0; draw < items.length; draw++) for (const [cell, amount] of items[Math.floor(random() * items.length)]!) cells[cell]! += amount
        return cells
      })
      expect([...found]).toEqual(expected.flat())
    }),
  )
})

test('whatever is resampled over as many items sees the same draws, and says on its way how much is done', () => {
  const items = 60_000
  const [one, other] = [new ItemSums(1), new ItemSums(2)]
  for (let item = 0; item < items; item++) {
    one.add([0], [item % 7])
    other.add([item % 2], [1])
  }
  const shares: number[] = []
  const steps = one.resampled({ seed: 1, resamples: 40 })
  let step = steps.next()
  for (; !step.done; step = steps.next()) shares.push(step.value)
  expect(shares.length).toBeGreaterThan(2)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  const byItem: number[] = []
  bootstrap(Uint32Array.from({ length: items }, (_, item) => item % 7), 7, { seed: 1, resamples: 40 }, (drawn) => byItem.push(drawn.reduce((sum, times, amount) => sum + times * amount, 0)))
  expect([...step.value]).toEqual(byItem)
  const halves = toEnd(other.resampled({ seed: 1, resamples: 40 }))
  for (let nth = 0; nth < 40; nth++) expect(halves[2 * nth]! + halves[2 * nth + 1]!).toBe(items)
})
