import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalisedWeights } from '../rubric/weights'
import { anyRead, criterionOf } from './any-readings.testing'
import type { Content } from './content'
import type { CriterionLabel } from './judgment'
import { revised } from './revised'

const weigh = (criteria: Content['rubric']['criteria'], weights: readonly number[]): Content['rubric']['criteria'] => {
  const normal = normalisedWeights(criteria.map((_, nth) => ({ weight: weights[nth % weights.length]!, locked: false }))) as number[]
  return criteria.map((criterion, nth) => ({ ...criterion, weight: normal[nth]! }))
}
const item = (criteria: Content['rubric']['criteria']): Content => ({
  prompt: [{ role: 'user', content: 'Hm?' }],
  rubric: { version: 1, criteria, reward: { alpha: 0.1, beta: 0.5, lambda: 1.5 } },
  responses: [{ id: 'x', text: 'Text.' }],
})
const met = (...criteria: string[]): CriterionLabel[] => criteria.map((criterion) => ({ response: 'x', criterion, label: 'met', rationale: '', evidence: [] }))
const [a, b, n] = ['a', 'b', 'n'].map((id) => criterionOf(id, 'main')) as [Content['rubric']['criteria'][0], Content['rubric']['criteria'][0], Content['rubric']['criteria'][0]]

test('one more weighted criterion asks that one alone, though every weight has changed', () => {
  const content = item(weigh([a, b], [1, 1]))
  const { affected, content: after } = revised(content, { ...content.rubric, version: 2, criteria: weigh([a, b, n], [2, 2, 1]) }, met('a', 'b'))
  expect(affected).toEqual(['n'])
  expect(after.standing).toEqual(met('a', 'b'))
})

test('what is asked again is what is new or says otherwise, whatever weights, points and axes become', () => {
  fc.assert(
    fc.property(anyRead, fc.array(fc.tuple(fc.constantFrom('same', 'reworded', 'gone'), fc.integer({ min: -10, max: 10 })), { minLength: 6, maxLength: 6 }), fc.boolean(), ([content, { labels }], changes, adds) => {
      const kept = content.rubric.criteria.flatMap((criterion, nth) => {
        const [change, points] = changes[nth]!
        return change === 'gone' ? [] : [{ ...criterion, text: criterion.text + (change === 'reworded' ? '!' : ''), points, axis: `axis ${points}`, weight: Math.abs(points) }]
      })
      const criteria = adds ? [...kept, criterionOf('new', 'bonus')] : kept
      const { affected, content: after } = revised(content, { ...content.rubric, version: 2, criteria }, labels)
      const reworded = content.rubric.criteria.flatMap(({ id }, nth) => (changes[nth]![0] === 'reworded' ? [id] : []))
      expect(affected).toEqual([...reworded, ...(adds ? ['new'] : [])])
      const asked = new Set(affected)
      expect(after.standing ?? []).toEqual(labels.filter(({ criterion }) => criteria.some(({ id }) => id === criterion) && !asked.has(criterion)))
    }),
  ) // prettier-ignore
})

test('revised twice before anybody began, labels that stood stand on, and what was asked is asked', () => {
  const content = item(weigh([a, b], [1, 1]))
  const once = revised(content, { ...content.rubric, version: 2, criteria: weigh([a, b, n], [2, 2, 1]) }, met('a', 'b')).content
  const twice = revised(once, { ...once.rubric, version: 3, criteria: once.rubric.criteria.map((criterion) => (criterion.id === 'a' ? { ...criterion, text: 'Mended.' } : criterion)) }, once.standing ?? null)
  expect(twice.affected).toEqual(['a'])
  expect(twice.content.standing).toEqual(met('b'))
})

test('what a later file leaves unsaid of counting and reward stays; points that are to count have to be there', () => {
  const criteria = [criterionOf('a', 'main', { points: 5, weight: 1_000_000 }), criterionOf('b', 'veto', { points: -5 })]
  const before = { ...item(criteria), rubric: { ...item(criteria).rubric, counting: 'groups' as const } }
  const later = { version: 2, criteria, reward: null }
  expect(revised(before, later, null).content.rubric).toMatchObject({ version: 2, counting: 'groups', reward: before.rubric.reward })
  const own = { alpha: 0.2, beta: 1, lambda: 3 }
  expect(revised(before, { ...later, counting: 'points', reward: own }, null).content.rubric).toMatchObject({ counting: 'points', reward: own })
  expect(revised(item(criteria), later, null).content.rubric.counting).toBeUndefined()
  const byPoints = { ...before, rubric: { ...before.rubric, counting: 'points' as const } }
  const bare = { ...later, criteria: [...criteria, criterionOf('c', 'bonus')] }
  expect(() => revised(byPoints, bare, null)).toThrow('rubric-without-points')
  expect(revised(byPoints, { ...bare, counting: 'groups' }, null).affected).toContain('c')
})
