import { createHash } from 'node:crypto'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { checksumsText, readChecksums } from './checksums'
import { factsFor } from './facts.testing'
import { manifestFormat, manifestSchema, manifestText, type Manifest } from './manifest'

const sha256 = 'ab'.repeat(32)
const facts = factsFor()
const manifest: Manifest = {
  format: manifestFormat,
  release: { id: 'r', slug: 'ward-facts', version: '1.0.0', title: '病房事实' },
  study: { slug: 'ward', name: 'Ward' },
  task: 'error-spans',
  protocols: [2, 1],
  saltSha256: sha256,
  salt: null,
  splits: [
    { name: 'test', items: 1, hidden: true },
    { name: 'train', items: 2, hidden: false },
  ],
  files: facts.files,
  previous: null,
  audit: { position: 41, hash: sha256, from: { position: 7, hash: sha256 } },
  blinding: facts.blinding,
  signature: { name: '李伟', meaning: 'I release this.', at: '2026-11-22T08:00:00Z', composition: sha256 },
}

test('the same release has one manifest, in whatever order its parts are given, and it reads back', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(manifest.files, { minLength: manifest.files.length }), (files) => {
      const turned = { ...manifest, files, splits: manifest.splits.toReversed(), protocols: [1, 2] }
      expect(manifestText(turned)).toBe(manifestText(manifest))
    }),
  )
  const read = manifestSchema.parse(JSON.parse(manifestText(manifest)))
  expect(read).toMatchObject({ release: manifest.release, blinding: manifest.blinding, protocols: [1, 2] })
})

test('the salt is published only where no split is hidden', () => {
  const salt = 'a salt that nobody chose'
  expect(() => manifestText({ ...manifest, salt })).toThrow('does not publish its salt')
  const open = { ...manifest, salt, files: manifest.files.filter(({ split }) => split !== 'test'), splits: manifest.splits.map((split) => ({ ...split, hidden: false })) }
  expect(manifestText(open)).toContain(salt)
})

test('no manifest tells the size or the hash of a hidden split’s file; it commits to it, and to nothing else', () => {
  const hidden = manifest.files.find(({ split }) => split === 'test')!
  const open = manifest.files.find(({ split }) => split === 'train')!
  expect(() => manifestText({ ...manifest, files: [{ ...hidden, bytes: 12 }] })).toThrow('whose sizes are not told')
  const { commitment, ...named } = hidden
  expect(() => manifestText({ ...manifest, files: [{ ...named, sha256 }] })).toThrow('committed to where it is hidden')
  expect(() => manifestText({ ...manifest, files: [{ ...open, sha256: null, commitment: commitment! }] })).toThrow('by its hash where it is open')
  for (const file of [{ ...hidden, sha256 }, named]) expect(() => manifestText({ ...manifest, files: [file] })).toThrow()
  expect(manifestText(manifest)).toContain('"bytes":null,"commitment":')
})

test('a path named twice, a path that leads out and a hash that is none are refused', () => {
  const [file] = manifest.files
  expect(() => manifestText({ ...manifest, files: [file!, file!] })).toThrow('is named twice')
  expect(() => manifestText({ ...manifest, files: [{ ...file!, path: '../up' }] })).toThrow()
  expect(() => manifestText({ ...manifest, audit: { position: 41, hash: 'abc' } })).toThrow()
})

test('CHECKSUMS read back are the same sums', () => {
  const sums = fc.uniqueArray(fc.stringMatching(/^[a-z 患🩺.-]{1,12}$/u), { maxLength: 8 })
  fc.assert(
    fc.property(sums, (paths) => {
      const files = paths.map((each) => ({ path: each, sha256 }))
      expect(readChecksums(checksumsText(files))).toEqual(new Map(paths.map((each) => [each, sha256])))
      expect(checksumsText(files.toReversed())).toBe(checksumsText(files))
    }),
  )
  expect(readChecksums('what is this')).toBeNull()
  expect(readChecksums(`${sha256}  a\n${sha256}  a\n`)).toBeNull()
})

const program = 'sha256sum'
const hasProgram = spawnSync(program, ['--version']).status === 0

test.skipIf(!hasProgram)('sha256sum -c reads CHECKSUMS (skipped where there is no sha256sum)', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'checksums-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = ['数据 1.jsonl', 'b.txt'].map((name) => {
    writeFileSync(path.join(folder, name), name)
    return { path: name, sha256: createHash('sha256').update(name).digest('hex') }
  })
  writeFileSync(path.join(folder, 'CHECKSUMS'), checksumsText(files))
  const said = execFileSync(program, ['-c', '--strict', '--quiet', 'CHECKSUMS'], { cwd: folder }).toString()
  expect(said).toBe('')
})
