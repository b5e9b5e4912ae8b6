import { expect, test } from 'vitest'
import { skippedTests } from './skipped-tests'

const file = (name: string, ...tests: [fullName: string, status: string][]) => ({
  name: `/here/${name}`,
  assertionResults: tests.map(([fullName, status]) => ({ fullName, status })),
})

test('what was skipped for want of ../shared is one line with its files, and so is what was skipped for anything else; what ran is in none', () => {
  const testResults = [
    file('lib/b.test.ts', ['public sets (skipped where ../shared is absent) one', 'pending'], ['two (skipped without ../shared/data)', 'skipped'], ['three', 'passed']),
    file('lib/a.test.ts', ['four (skipped where ../shared is absent)', 'skipped']),
    file('lib/c.test.ts', ['five (skipped where there is no unzip)', 'skipped'], ['six (skipped where ../shared is absent)', 'passed'], ['seven', 'failed']),
  ]
  expect(skippedTests({ testResults }, '/here')).toEqual([
    '3 tests that read ../shared were skipped: lib/a.test.ts, lib/b.test.ts',
    '1 test that needs what is not here was skipped: lib/c.test.ts',
  ])
  expect(skippedTests({ testResults: [file('lib/d.test.ts', ['eight', 'passed'])] }, '/here')).toEqual([])
})

test('where there is no report, since an earlier step failed, nothing is said', () => {
  expect(skippedTests({}, '/here')).toEqual([])
})
