import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { missingOptionals } from './complete-lock.mjs'

test('the lockfile names the packages of every platform, so that npm ci accepts it everywhere (else: node bin/complete-lock.mjs)', () => {
  const { packages } = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', 'package-lock.json'), 'utf8'))
  expect(Object.keys(missingOptionals(packages))).toEqual([])
})

test('a missing package is named in the wanted version, for the platform in its name', () => {
  const packages = {
    'node_modules/oxc': {
      version: '1.2.0',
      dev: true,
      optionalDependencies: { '@oxc/linux-x64-musl': '1.2.0', '@oxc/darwin-arm64': '1.2.0' },
    },
    'node_modules/@oxc/darwin-arm64': { version: '1.2.0', optional: true },
  }
  expect(missingOptionals(packages)).toEqual({
    'node_modules/@oxc/linux-x64-musl': {
      version: '1.2.0',
      cpu: ['x64'],
      dev: true,
      libc: ['musl'],
      optional: true,
      os: ['linux'],
    },
  })
})
