import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { buildName } from './build-inputs'

const root = mkdtempSync(path.join(tmpdir(), 'doubleread-inputs-'))
afterAll(() => rmSync(root, { recursive: true }))
const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}

test('a build is named by what its sources say, not by when they were written', () => {
  write('app/page.tsx', 'one')
  const name = buildName(root)
  utimesSync(path.join(root, 'app/page.tsx'), 1, 1)
  expect(buildName(root)).toBe(name)
  write('app/page.tsx', 'two')
  expect(buildName(root)).not.toBe(name)
})

test('tests, generated code and readings on disk make no new build; a renamed source does', () => {
  const name = buildName(root)
  write('lib/a.test.ts', 'x')
  write('lib/a.testing.ts', 'x')
  write('lib/db/generated/client.ts', 'x')
  write('.data/secrets.json', 'x')
  expect(buildName(root)).toBe(name)
  write('lib/a.ts', '')
  const one = buildName(root)
  rmSync(path.join(root, 'lib/a.ts'))
  write('lib/b.ts', '')
  expect(buildName(root)).not.toBe(one)
})
