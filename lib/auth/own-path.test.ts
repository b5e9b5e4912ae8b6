import { expect, test } from 'vitest'
import { ownPath } from './own-path'

test('the way back stays within this installation, whatever a link asks for', () => {
  expect(ownPath('/desk?study=1')).toBe('/desk?study=1')
  expect(ownPath('/items/%E4%B8%AD')).toBe('/items/%E4%B8%AD')
  for (const wanted of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '/\t/evil.example', '/sign-in?then=/', '', null, undefined])
    expect(ownPath(wanted)).toBe('/')
})
