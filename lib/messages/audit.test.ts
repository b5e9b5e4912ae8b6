import { expect, test } from 'vitest'
import { systemReasons } from '@/lib/blinding/system-reasons'
import { en } from './en'

test('every kind of audit event has a name, and no name is left without a kind', () => {
  expect(Object.keys(en.audit.kinds).sort()).toEqual([...systemReasons].sort())
})
