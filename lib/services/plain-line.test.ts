import { expect, test } from 'vitest'
import { asPlainLine, plainLine } from './plain-line'

test('a name in any script is taken as it is; one that could pose as another is refused', () => {
  const name = plainLine(200, 1)
  for (const sound of ['Ana Lucía', '顾怀远', 'د. ليلى حسن', 'ד״ר לוי', 'Jean‐Luc 👩🏽‍⚕️', 'Nguyễn Thị Hương']) expect(name.parse(` ${sound} `)).toBe(sound)
  for (const posing of ['Dr \u202Enaem', 'A\u2066B', 'A\nAdmin', 'A\u0007', 'A\u2028B', '\u200FA'])
    expect(name.safeParse(posing).error?.issues[0]?.message).toBe('key:controls')
  expect(name.safeParse('   ').error?.issues[0]?.message).toBe('key:required')
  expect(name.safeParse('x'.repeat(201)).error?.issues[0]?.message).toBe('key:invalid')
})

test('a file’s name loses what misleads and nothing else', () => {
  expect(asPlainLine('cases\u202Elnosj.exe')).toBe('caseslnosj.exe')
  expect(asPlainLine('出院小结 (2).jsonl')).toBe('出院小结 (2).jsonl')
})
