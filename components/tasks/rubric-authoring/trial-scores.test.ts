import { expect, test } from 'vitest'
import { criterionOf } from '@/lib/tasks/rubric-scoring/any-readings.testing'
import { trialScores } from './trial-scores'

const criteria = [criterionOf('a', 'main', { weight: 600_000, points: 6 }), criterionOf('b', 'main', { weight: 400_000, points: 4 }), criterionOf('v', 'veto', { points: -5 }), criterionOf('new', 'main')]
const tried = (label: 'met' | 'violated' | 'not-met', criterion: string) => ({ response: 'A', criterion, label })

test('a study of signed points tries a rubric by them, and a criterion without points counts for nothing yet', () => {
  const trials = [tried('met', 'a'), tried('not-met', 'b'), tried('violated', 'v'), tried('met', 'new')]
  expect(trialScores(criteria, trials, 'A', true)).toEqual({ tried: 4, derived: { by: 'points', points: 1, score: 0.1 } })
  expect(trialScores(criteria, trials, 'A', false)).toEqual({ tried: 4, derived: { by: 'groups', triple: { s1: { part: 1_200_000, of: 2_000_000 }, s2: 0, s3: 1 } } })
  expect(trialScores(criteria, trials, 'B', true)).toEqual({ tried: 0, derived: { by: 'points', points: 0, score: null } })
})
