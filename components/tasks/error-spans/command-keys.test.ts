import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commandKeys, commandOf, commands, typeOfKey } from './command-keys'

const press = (key: string, code = '') => ({
  key,
  code,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
})
const letters = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789'), { maxLength: 36 })

test('whatever keys a taxonomy takes, every command keeps one of its own and every type its', () => {
  fc.assert(
    fc.property(letters, (taken) => {
      const types = taken.map((key) => ({ key }))
      const keys = commandKeys(types)
      const used = commands.map((command) => keys[command])
      expect(new Set(used).size).toBe(commands.length)
      expect(used.filter((key) => taken.includes(key))).toEqual([])
      for (const type of types) {
        expect(typeOfKey(press(type.key), types)).toBe(type)
        expect(commandOf(press(type.key), keys)).toBeNull()
      }
    }),
  )
})

test('the numerals of the templates leave the letters that are easy to remember', () => {
  const keys = commandKeys([{ key: '1' }, { key: '8' }])
  expect([keys.correct, keys.erroneous, keys.sentence, keys.guideline]).toEqual(['c', 'e', 's', 'g'])
})

test('a chord with Ctrl, Alt or ⌘ is never a command', () => {
  const keys = commandKeys([])
  for (const held of ['ctrlKey', 'metaKey', 'altKey'] as const)
    for (const key of ['c', 'e', 'Delete', '[', 'Backspace'])
      expect(commandOf({ ...press(key), [held]: true }, keys)).toBeNull()
})
