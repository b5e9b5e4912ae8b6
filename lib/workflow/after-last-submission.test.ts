import { describe, expect, test } from 'vitest'
import { afterLastSubmission } from './after-last-submission'
import { canMove } from './moves'
import { adjudicationPolicies } from './stage'

describe('after the last submission', () => {
  test.each([
    ['on-disagreement', false, 'agreed', 'merged'],
    ['on-disagreement', true, 'sent-to-bench', null],
    ['always', false, 'sent-to-bench', null],
    ['always', true, 'sent-to-bench', null],
    ['never', false, 'agreed', 'merged'],
    ['never', true, 'left-undecided', null],
  ] as const)('policy %s, disputed %s: %s, verdict %s', (policy, disputed, event, verdict) => {
    expect(afterLastSubmission(policy, { disputed })).toEqual({ event, verdict })
  })

  test('whatever follows is a move the system may make from reading', () => {
    for (const policy of adjudicationPolicies) {
      for (const disputed of [true, false]) {
        expect(canMove('reading', afterLastSubmission(policy, { disputed }).event, 'system')).toBe(true)
      }
    }
  })

  test('a verdict is merged only of readings that agree', () => {
    for (const policy of adjudicationPolicies)
      expect(afterLastSubmission(policy, { disputed: true }).verdict).toBeNull()
  })
})
