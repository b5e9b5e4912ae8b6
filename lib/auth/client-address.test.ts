import { expect, test } from 'vitest'
import { clientAddress } from './client-address'

test('an address is believed only as far as our own proxies reach', () => {
  const header = '6.6.6.6, 203.0.113.7, 10.0.0.2'
  expect(clientAddress(header, 0)).toBeNull()
  expect(clientAddress(header, 1)).toBe('10.0.0.2')
  expect(clientAddress(header, 2)).toBe('203.0.113.7')
  expect(clientAddress('203.0.113.7', 2)).toBeNull()
  expect(clientAddress(null, 1)).toBeNull()
  expect(clientAddress('203.0.113.7', 0, true)).toBe('203.0.113.7')
})
