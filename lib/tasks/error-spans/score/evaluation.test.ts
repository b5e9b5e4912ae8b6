import { expect, test } from 'vitest'
import { evaluation } from './evaluation'

const of = { seed: 1, resamples: 20, confidence: 0.95, coarse: null }
const items = Array.from({ length: 300 }, (_, nth) => ({ mark: '01234'.charAt(nth % 5), facets: { number: [String(nth)], style: [nth % 3 ? 'note' : 'letter'] } }))

test('items are told apart by what they share, not by what is each one’s own', () => {
  const { by, items: count } = evaluation.scores(items, of)
  expect(count).toBe(300)
  expect(Object.keys(by)).toEqual(['style'])
  expect(by['style']!['letter']).toMatchObject({ items: 100 })
})

test('the mean of one contestant who did everything is what a system with the same marks gets', () => {
  const marks = items.map(({ mark }) => mark).join('')
  const [alone, mean] = [evaluation.scores(items, of), evaluation.meanScores([marks], of)]
  for (const [name, { value }] of Object.entries(alone.measures)) expect(mean.measures[name]!.value).toBeCloseTo(value!)
  expect(evaluation.difference(marks, marks, 'localisation.f1', of)).toMatchObject({ difference: 0, p: 1 })
})
