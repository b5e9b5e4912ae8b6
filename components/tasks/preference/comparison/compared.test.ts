import { expect, test } from 'vitest'
import { better, settings } from '@/lib/tasks/preference/any-readings.testing'
import { disagreement } from '@/lib/tasks/preference/disagreement'
import { sorted } from './compared'

test('only what readings say differently counts as differing; an axis that none of them answers is neither agreed on nor a difference', () => {
  const judgment = (overall: string, axes: Record<string, string>) => ({ overall: better(overall), axes: Object.fromEntries(Object.entries(axes).map(([axis, response]) => [axis, better(response)])), rationale: '', shown: [] })
  const { points } = disagreement([judgment('one', { safety: 'one' }), judgment('two', { safety: 'one', tone: 'two' })], settings)
  expect(sorted([null, 'accuracy', 'safety', 'tone'], points)).toEqual({ differing: [null, 'tone'], same: ['safety'], unanswered: ['accuracy'] })
})
