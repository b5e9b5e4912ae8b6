import { expect, test } from 'vitest'
import { licenceState } from './licence-state'

test('a licence holds through its last day, and is announced sixty days before', () => {
  expect(licenceState('2026-03-01', '2026-03-01')).toBe('soon')
  expect(licenceState('2026-03-01', '2026-03-02')).toBe('expired')
  expect(licenceState('2026-03-01', '2025-12-31')).toBe('soon')
  expect(licenceState('2026-03-01', '2025-12-30')).toBe('valid')
  expect(licenceState(null, '2026-01-01')).toBe('none')
})
