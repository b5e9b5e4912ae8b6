import { expect, test } from 'vitest'
import { matchesKeys } from './matches-keys'

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
  code = '',
) => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('mod is Ctrl on one keyboard and ⌘ on the other', () => {
  expect(matchesKeys(press('k', { ctrlKey: true }), 'mod+k')).toBe(true)
  expect(matchesKeys(press('k', { metaKey: true }), 'mod+k')).toBe(true)
  expect(matchesKeys(press('k'), 'mod+k')).toBe(false)
})

test('a plain key does not answer to a chord of the browser', () => {
  expect(matchesKeys(press('f', { ctrlKey: true }), 'f')).toBe(false)
  expect(matchesKeys(press('f', { altKey: true }), 'f')).toBe(false)
  expect(matchesKeys(press('F', { shiftKey: true }), 'f')).toBe(false)
})

test('a question mark is one with or without shift', () => {
  expect(matchesKeys(press('?', { shiftKey: true }), '?')).toBe(true)
  expect(matchesKeys(press('?'), '?')).toBe(true)
})

test('a letter is found by its place where the layout writes another script', () => {
  expect(matchesKeys(press('л', { ctrlKey: true }, 'KeyK'), 'mod+k')).toBe(true)
  expect(matchesKeys(press('Process', {}, 'KeyF'), 'f')).toBe(true)
})

test('on a Latin layout the letter printed on the key decides, not its place', () => {
  expect(matchesKeys(press('a', {}, 'KeyQ'), 'q')).toBe(false)
  expect(matchesKeys(press('a', {}, 'KeyQ'), 'a')).toBe(true)
})
