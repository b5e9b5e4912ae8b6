import { expect, test } from 'vitest'
import { caretMove } from './caret-keys'

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('left and right follow the direction of the paragraph', () => {
  expect(caretMove(press('ArrowRight'), false)).toMatchObject({ unit: 'grapheme', direction: 'forward', extend: false })
  expect(caretMove(press('ArrowRight'), true)).toMatchObject({ direction: 'backward' })
  expect(caretMove(press('ArrowLeft', { shiftKey: true }), true)).toMatchObject({ direction: 'forward', extend: true })
})

test('Ctrl and Alt mean words sideways and sentences up and down', () => {
  for (const held of [{ ctrlKey: true }, { altKey: true }]) {
    expect(caretMove(press('ArrowRight', held), false)).toMatchObject({ unit: 'word' })
    expect(caretMove(press('ArrowDown', held), false)).toMatchObject({ unit: 'sentence', direction: 'forward' })
  }
})

test('keys that belong to the browser or to the editor are left alone', () => {
  for (const event of [
    press('PageDown', { ctrlKey: true }),
    press('a'),
    press('1'),
    press('Tab'),
    press('Escape'),
    press('A', { ctrlKey: true, shiftKey: true }),
  ])
    expect(caretMove(event, false)).toBeNull()
})
