import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { checkUnknown } from './known-good'

const root = mkdtempSync(path.join(tmpdir(), 'doubleread-known-'))
afterAll(() => rmSync(root, { recursive: true }))
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
/** What is checked of all files now. */
async function checked(runs: boolean, meanwhile: () => void = () => {}, notGood = ''): Promise<string[]> {
  const seen: string[] = []
  const look = { root, check: String(runs), files: ['a.ts', 'b.ts', 'deep/c.ts', 'd.d.ts'], beside: ['lock.json'], runs }
  await checkUnknown(look, async (unknown) => {
    seen.push(...unknown)
    meanwhile()
    return unknown.filter((file) => file !== notGood)
  })
  return seen
}

const first = "const later = () => import('@/deep/later')"

beforeEach(() => {
  write('a.ts', "import { c } from './deep/c'")
  write('b.ts', first)
  write('deep/c.ts', "import '../a'\nexport const c = 1")
  write('d.d.ts', 'declare const d: number')
  write('lock.json', '{}')
  rmSync(path.join(root, '.data'), { recursive: true, force: true })
  rmSync(path.join(root, 'deep/later.ts'), { force: true })
})

test('a file is looked at again when it or what it reaches is another, and only then', async () => {
  expect(await checked(true)).toEqual(['a.ts', 'b.ts', 'deep/c.ts', 'd.d.ts'])
  expect(await checked(true)).toEqual([])
  write('deep/c.ts', "import '../a'\nexport const c = 2")
  expect(await checked(true)).toEqual(['a.ts', 'deep/c.ts'])
  write('deep/later.ts', '')
  expect(await checked(true)).toEqual(['b.ts'])
  rmSync(path.join(root, 'deep/later.ts'))
  expect(await checked(true)).toEqual(['b.ts'])
})

test('packages and settings are everyone’s, and so is a declaration where types are looked at', async () => {
  for (const runs of [true, false]) await checked(runs)
  write('d.d.ts', 'declare const d: string')
  expect(await checked(true)).toEqual(['d.d.ts'])
  expect(await checked(false)).toHaveLength(4)
  write('lock.json', '{ }')
  for (const runs of [true, false]) expect(await checked(runs)).toHaveLength(4)
})

test('what reads files when it runs is never known', async () => {
  write('deep/c.ts', "import { readFileSync } from 'node:fs'")
  await checked(true)
  expect(await checked(true)).toEqual(['a.ts', 'deep/c.ts'])
})

test('what failed, was not found good, or was written while it was looked at, is not known', async () => {
  const failing = checked(true, () => {
    throw new Error('a test failed')
  })
  await expect(failing).rejects.toThrow('a test failed')
  expect(await checked(true, () => write('b.ts', 'now'))).toHaveLength(4)
  write('b.ts', first)
  expect(await checked(true, () => {}, 'b.ts')).toEqual(['b.ts'])
  expect(await checked(true)).toEqual(['b.ts'])
})
