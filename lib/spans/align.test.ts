import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { align } from './align'
import { compareIntervals, iouOf, overlapOf, type Interval } from './interval'

const anyInterval = fc
  .tuple(fc.nat(14), fc.integer({ min: 1, max: 8 }))
  .map(([start, size]) => ({ start, end: start + size }))
const anyList = fc.array(anyInterval, { maxLength: 5 })
const rules = { overlap: overlapOf, iou: iouOf }
const anyRule = fc.constantFrom<keyof typeof rules>('overlap', 'iou')
const ruled = (name: keyof typeof rules) => ({ weight: rules[name], compare: compareIntervals })

/** The greatest total over every way to pair the lists. */
function bestTotal(left: Interval[], right: Interval[], weight: (a: Interval, b: Interval) => number): number {
  const [first, ...others] = left
  if (!first) return 0
  const alone = bestTotal(others, right, weight)
  return right.reduce(
    (best, other, nth) => Math.max(best, weight(first, other) + bestTotal(others, right.toSpliced(nth, 1), weight)),
    alone,
  )
}

describe('alignment', () => {
  test('has the greatest total weight there is', () => {
    fc.assert(
      fc.property(anyList, anyList, anyRule, (left, right, name) => {
        const total = align(left, right, ruled(name)).reduce((sum, [l, r]) => sum + rules[name](left[l]!, right[r]!), 0)
        expect(total).toBeCloseTo(bestTotal(left, right, rules[name]), 9)
      }),
      { numRuns: 500 },
    )
  })

  test('pairs one to one, only what overlaps, in the order of the left list', () => {
    fc.assert(
      fc.property(anyList, anyList, (left, right) => {
        const pairs = align(left, right)
        expect(new Set(pairs.map(([l]) => l)).size).toBe(pairs.length)
        expect(new Set(pairs.map(([, r]) => r)).size).toBe(pairs.length)
        expect(pairs.every(([l, r]) => overlapOf(left[l]!, right[r]!) > 0)).toBe(true)
        expect(pairs.map(([l]) => l)).toEqual(pairs.map(([l]) => l).sort((a, b) => a - b))
      }),
    )
  })

  test('is symmetric: swapping the lists swaps the pairs', () => {
    fc.assert(
      fc.property(anyList, anyList, anyRule, (left, right, name) => {
        const swapped = align(right, left, ruled(name)).map(([r, l]) => [l, r])
        expect(swapped.sort((a, b) => a[0]! - b[0]!)).toEqual(align(left, right, ruled(name)))
      }),
      { numRuns: 1000 },
    )
  })

  test('always pairs what is the same', () => {
    fc.assert(
      fc.property(anyList, anyList, anyInterval, anyRule, (left, right, same, name) => {
        const pairs = align([...left, same], [same, ...right], ruled(name))
        const inLeft = left.filter((span) => compareIntervals(span, same) === 0).length + 1
        const inRight = right.filter((span) => compareIntervals(span, same) === 0).length + 1
        const paired = pairs.filter(([l, r]) => compareIntervals([...left, same][l]!, [same, ...right][r]!) === 0)
        const ofSame = paired.filter(([l]) => compareIntervals([...left, same][l]!, same) === 0)
        expect(ofSame).toHaveLength(Math.min(inLeft, inRight))
      }),
    )
  })

  test('does not depend on the order within a list', () => {
    const places = (left: Interval[], right: Interval[]) =>
      align(left, right)
        .map(([l, r]) => JSON.stringify([left[l], right[r]]))
        .sort()
    fc.assert(
      fc.property(anyList, anyList, fc.nat(), (left, right, turn) => {
        const turned = left.map((_, nth) => left[(nth + turn) % left.length]!)
        expect(places(turned, right.toReversed())).toEqual(places(left, right))
      }),
      { numRuns: 500 },
    )
  })
})
