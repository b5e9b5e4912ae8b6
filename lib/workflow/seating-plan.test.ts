import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { maxReaders, seatingPlan } from './seating-plan'

const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

describe('the seating plan', () => {
  test('has k seats in order, lettered A to the k-th letter, each once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: maxReaders }), fc.infiniteStream(anyRandom), (k, stream) => {
        const plan = seatingPlan(k, () => stream.next().value)
        expect(plan.map(({ ordinal }) => ordinal)).toEqual(Array.from({ length: k }, (_, nth) => nth + 1))
        expect(
          plan
            .map(({ letter }) => letter)
            .sort()
            .join(''),
        ).toBe('ABCDEFGHI'.slice(0, k))
      }),
    )
  })

  test('every order of letters comes of exactly one course of chance, so that a letter tells nothing of the order of arrival', () => {
    const orders = []
    for (let a = 0; a < 4; a++) {
      for (let b = 0; b < 3; b++) {
        for (let c = 0; c < 2; c++) {
          const course = [a / 4, b / 3 + 0.01, c / 2]
          orders.push(
            seatingPlan(4, () => course.shift()!)
              .map(({ letter }) => letter)
              .join(''),
          )
        }
      }
    }
    expect(new Set(orders).size).toBe(24)
  })

  test.each([0, 10, 2.5, NaN])('%s readers are no plan', (k) => {
    expect(() => seatingPlan(k, () => 0)).toThrow(RangeError)
  })
})
