import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byName } from '../by-name'
import type { Facets } from '../evaluation'
import { evaluation } from '../error-spans/score/evaluation'
import { keptMarks, notDone } from '../kept-marks'
import { scoredAtOnce } from '../scored-at-once.testing'
import { stepsToldOf } from '../told-steps'

const { scores, meanScores } = scoredAtOnce(evaluation)
const of = { seed: 1, resamples: 100, confidence: 0.95 }
const smallest = 40
const coarse = { smallest, step: 0.05 }
const anyMark = fc.constantFrom('0', '1', '2', '3', '4')
const anyReaders = fc.integer({ min: 1, max: 30 }).chain((items) =>
  fc.record({
    readers: fc.array(fc.array(fc.oneof(anyMark, fc.constant(notDone)), { minLength: items, maxLength: items }), { minLength: 1, maxLength: 4 }),
    wards: fc.array(fc.constantFrom('a', 'b'), { minLength: items, maxLength: items }),
  }),
)

test('of each group the mean over those who did some of it, with an interval; a group of everything is everything', () => {
  fc.assert(
    fc.property(anyReaders, ({ readers, wards }) => {
      const facets = wards.map((ward): Facets => ({ ward: [ward], all: ['them'] }))
      const mean = meanScores(readers.map((marks) => keptMarks(marks, '')), of, facets)
      expect(mean.by['all']?.['them']?.measures ?? mean.measures).toEqual(mean.measures)
      for (const [ward, group] of Object.entries(mean.by['ward'] ?? {})) {
        const own = readers.map((marks) => marks.flatMap((mark, nth) => (mark === notDone || wards[nth] !== ward ? [] : { mark, facets: {} }))).filter((did) => did.length > 0)
        const each = own.map((did) => scores(did, of).measures['veracity.accuracy']!.value!)
        const { value, low, high } = group.measures['veracity.accuracy']!
        expect(value).toBeCloseTo(each.reduce((sum, one) => sum + one, 0) / each.length, 9)
        expect(group.items).toBe(own.flat().length)
        if (low !== null && high !== null) expect(low <= high && low >= 0 && high <= 1).toBe(true)
      }
    }),
    { numRuns: 25 },
  )
  const halves = Array.from({ length: 100 }, (_, nth) => (nth % 3 ? '4' : '2')).join('')
  const { low, value, high } = meanScores([halves, halves], of, Array.from({ length: 100 }, () => ({ type: ['dose'] }))).by['type']!['dose']!.measures['veracity.recall']!
  expect(low! < value! && value! < high!).toBe(true)
})

test('what means nothing of a group that labels make says so of the mean too', () => {
  const { by } = meanScores(['42', '24'], of, [{ type: ['dose'] }, {}])
  expect(by['type']!['dose']!.measures['veracity.precision']).toEqual({ value: null, reason: 'chosen-by-label', low: null, high: null })
})

test('a group may be called by any word: it is a group and nothing else, and nothing of the process changes', () => {
  const { keys } = Object
  const names = ['constructor', '__proto__', 'toString']
  const facets: Record<string, string[]> = byName()
  for (const facet of names) facets[facet] = ['keys', ...names]
  const { by } = meanScores(['4', '4'], of, [facets])
  expect(Object.keys(by)).toEqual([...names].sort())
  for (const facet of names) expect(Object.keys(by[facet]!)).toEqual(['keys', ...names].sort())
  expect(by['constructor']?.['keys']).toMatchObject({ items: 2, measures: { 'veracity.recall': { value: 1 } } })
  expect(Object.keys).toBe(keys)
  expect(({} as Record<string, unknown>)['keys']).toBeUndefined()
})

/** Every reader does a part of the items; whether an item is erroneous is the same for all. */
const anyHidden = fc.record({ seed: fc.nat(1e6), items: fc.integer({ min: 100, max: 300 }), readers: fc.integer({ min: 1, max: 6 }), share: fc.constantFrom(0.1, 0.5, 1) }).map(({ seed, items, readers, share }) => {
  let state = seed + 1
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const labels = Array.from({ length: items }, () => random() < 0.5)
  const did = Array.from({ length: readers }, () => labels.map(() => (random() > share ? null : random() < 0.5)))
  const marksOf = (truth: readonly boolean[]) => did.map((flags) => flags.map((flag, nth) => (flag === null ? notDone : truth[nth] ? (flag ? '4' : '2') : flag ? '1' : '0')).join(''))
  return { labels, marksOf }
})

test('where labels are hidden one of them moves the mean by no more than a step and half a step of what is so, however few items somebody did', () => {
  fc.assert(
    fc.property(anyHidden, fc.nat(), ({ labels, marksOf }, nth) => {
      const at = nth % labels.length
      const facets = labels.map((): Facets => ({ ward: ['all'] }))
      const [one, two] = [labels, labels.with(at, !labels[at])].map((truth) => meanScores(marksOf(truth), { ...of, resamples: 10, coarse }, facets))
      for (const [name, was] of Object.entries(one!.told!)) {
        const is = two!.told![name]!
        if (was.value === null || is.value === null) continue
        // The coarsest step of forty items; what is told in finer ones is moved by less.
        const step = 1 / stepsToldOf(smallest)
        expect([name, Math.abs(was.value - is.value) <= step + 1e-9]).toEqual([name, true])
        expect(2 * Math.abs(one!.measures[name]!.value! - two!.measures[name]!.value!)).toBeLessThanOrEqual(step)
      }
      for (const { low, high } of Object.values(one!.by['ward']?.['all']?.measures ?? {})) expect([low, high]).toEqual([null, null])
    }),
    { numRuns: 25 },
  )
})

test('a mean that one reader of few items has a large part in is not told', () => {
  const many = Array.from({ length: 200 }, (_, nth) => '0142'.charAt(nth % 4)).join('')
  const few = many.slice(0, 4).padEnd(200, notDone)
  expect(meanScores([many, many], { ...of, coarse }).told!['veracity.recall']!.value).not.toBeNull()
  expect(meanScores([many, few], { ...of, coarse }).told!['veracity.recall']).toEqual({ value: null, reason: 'too-few', low: null, high: null })
})
