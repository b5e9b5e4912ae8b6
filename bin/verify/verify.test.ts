import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { keyPath, keyText } from '@/lib/releases/commitment'
import { manifestText, type Manifest } from '@/lib/releases/manifest'
import { doubleread } from '../testing/doubleread'
import { doublereadProcess } from '../testing/doubleread-process'
import { openRelease } from './open-release'
import { forged, frozen, head, headAt, recordOf, sha256 as sha256Of, summed, zipped, type Files } from './release.testing'
import { verifyRelease } from './verify-release'

const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-verify-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
const fresh = (name: string) => path.join(folder, `${(count += 1)}-${name}`)

async function verified(at: string, noted: string | null = null) {
  const source = await openRelease(at)
  try {
    return await verifyRelease(source, { noted })
  } finally {
    await source.close()
  }
}

function written(bytes: Buffer): string {
  const file = fresh('release.zip')
  writeFileSync(file, bytes)
  return file
}
const verifiedZip = (files: Files, noted?: string) => verified(written(zipped(files)), noted ?? null)

function laidOut(files: Files, into = fresh('release')): string {
  for (const [at, bytes] of files) {
    mkdirSync(path.dirname(path.join(into, at)), { recursive: true })
    writeFileSync(path.join(into, at), bytes)
  }
  return into
}

const changed = (files: Files, at: string, change: (bytes: Buffer) => Buffer): Files =>
  new Map([...files, [at, change(files.get(at)!)]])

const whole = frozen()
const without = (...prefixes: string[]): Files => new Map([...whole].filter(([at]) => !prefixes.some((prefix) => at.startsWith(prefix))))

test('a release as it was frozen is whole, as an archive and as a folder', async () => {
  for (const at of [written(zipped(whole)), laidOut(whole)]) {
    const { ok, problems, release, absent, files } = await verified(at)
    expect({ ok, problems, release, absent }).toEqual({ ok: true, problems: [], release: 'ward-facts@1.0.0', absent: [] })
    expect(files.map((file) => file.path).sort()).toEqual([...whole.keys()].filter((each) => each !== 'CHECKSUMS').sort())
    expect(files.every((file) => file.ok)).toBe(true)
  }
})

const has = (program: string) => spawnSync(program, ['-v']).error === undefined
const python = spawnSync('python3', ['-c', 'import zipfile']).status === 0

test.skipIf(!has('zip'))(
  'an archive packed again with compression, in a folder of its own, is the same release (skipped where there is no zip)',
  async () => {
    const parent = fresh('packed')
    laidOut(whole, path.join(parent, 'ward-facts'))
    writeFileSync(path.join(parent, 'ward-facts', '.DS_Store'), 'left behind')
    execFileSync('zip', ['-qr9', 'again.zip', 'ward-facts'], { cwd: parent })
    expect((await verified(path.join(parent, 'again.zip'))).problems).toEqual([])
  },
)

test.skipIf(!python)(
  'an archive of Python with ZIP64 fields and streamed sizes is the same release (skipped where there is no Python)',
  async () => {
    const parent = laidOut(whole)
    const script = `import zipfile,os,sys
z=zipfile.ZipFile(sys.stdout.buffer,'w',zipfile.ZIP_DEFLATED)
for d,_,fs in os.walk('.'):
  for f in fs:
    p=os.path.relpath(os.path.join(d,f))
    with z.open(p,'w',force_zip64=True) as o: o.write(open(p,'rb').read())
z.close()`
    const packed = execFileSync('sh', ['-c', 'python3 -c "$0" | cat', script], { cwd: parent })
    expect((await verified(written(packed))).problems).toEqual([])
  },
)

test('any changed byte of any file is found', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...whole.keys()),
      fc.nat(),
      fc.integer({ min: 1, max: 255 }),
      async (at, where, flip) => {
        // Both marks before a path are sha256sum's own, a blank and a star.
        fc.pre(whole.get(at)!.length > 0 && !(at === 'CHECKSUMS' && flip === 0x0a))
        const spoiled = changed(whole, at, (bytes) => {
          const copy = Buffer.from(bytes)
          const place = where % copy.length
          copy[place] = copy[place]! ^ flip
          return copy
        })
        const { ok, problems } = await verifiedZip(spoiled)
        expect(ok).toBe(false)
        expect(problems.length).toBeGreaterThan(0)
      },
    ),
    { numRuns: 60 },
  )
})

test('a changed file is named, and only it is not ok', async () => {
  const { files, problems } = await verifiedZip(
    changed(whole, 'README.md', (bytes) => Buffer.concat([bytes, Buffer.from(' ')])),
  )
  expect(problems).toEqual(['README.md is not the file that was released.'])
  expect(files.filter(({ ok }) => !ok).map((file) => file.path)).toEqual(['README.md'])
})

test('a missing file and an extra file are named', async () => {
  const missing = new Map([...whole].filter(([at]) => at !== 'LICENCES'))
  expect((await verifiedZip(missing)).problems).toEqual(['LICENCES is missing.'])
  expect((await verifiedZip(new Map([...whole, ['notes.txt', Buffer.from('x')]]))).problems).toEqual([
    'notes.txt does not belong to this release.',
  ])
})

test.each(['manifest.json', 'CHECKSUMS'])('without %s it is no release', async (at) => {
  const { ok, problems } = await verifiedZip(new Map([...whole].filter(([each]) => each !== at)))
  expect(ok).toBe(false)
  expect(problems[0]).toContain(at)
})

test('a manifest that differs from CHECKSUMS is found, whichever of the two was changed', async () => {
  const other = frozen({ validation: [recordOf('e')] })
  const mixed = changed(whole, 'manifest.json', () => other.get('manifest.json')!)
  expect(new Set((await verifiedZip(mixed)).problems)).toEqual(
    new Set([
      'CHECKSUMS and manifest.json differ about native/validation.jsonl.',
      'manifest.json is not the one that CHECKSUMS names.',
      'native/validation.jsonl is not the file that was released.',
    ]),
  )
  const renamed = changed(whole, 'CHECKSUMS', (bytes) =>
    Buffer.from(bytes.toString().replace('  LICENCES', '  LICENSES')),
  )
  expect((await verifiedZip(renamed)).problems).toEqual([
    'CHECKSUMS does not name LICENCES.',
    'CHECKSUMS names LICENSES, manifest.json does not.',
  ])
})

test('a download without some splits is whole when its CHECKSUMS says so; without one file of a split it is not', async () => {
  expect(await verifiedZip(summed(without('native/test', keyPath('test'))))).toMatchObject({ ok: true, absent: ['test'] })
  expect((await verifiedZip(without('native/test'))).problems).toEqual(['native/test.jsonl is missing.'])
  expect((await verifiedZip(summed(without('README')))).problems).toContain('CHECKSUMS does not name README.md.')
})

test('a hidden split is held against what the manifest commits to, under its own key and no other, also where CHECKSUMS names none of it', async () => {
  const published = Buffer.from(whole.get('CHECKSUMS')!.toString().replaceAll(/.*test\.json.*\n/g, ''))
  const asFrozen = changed(whole, 'CHECKSUMS', () => published)
  const { ok, absent, files } = await verifiedZip(asFrozen)
  expect({ ok, absent }).toEqual({ ok: true, absent: [] })
  expect(files.find((file) => file.path === 'native/test.jsonl')).toEqual({ path: 'native/test.jsonl', sha256: sha256Of(whole.get('native/test.jsonl')!), ok: true })
  const other = summed(changed(whole, 'native/test.jsonl', () => Buffer.from(`${JSON.stringify(recordOf('d', { veracity: 'erroneous' }))}\n`)))
  expect((await verifiedZip(other)).problems).toEqual(['native/test.jsonl is not the file that was released.'])
  expect((await verifiedZip(summed(without(keyPath('test'))))).problems).toEqual([`${keyPath('test')} is missing.`])
  const wrongKey = summed(changed(whole, keyPath('test'), () => Buffer.from(keyText('test', '0'.repeat(64)))))
  expect(new Set((await verifiedZip(wrongKey)).problems)).toEqual(new Set([keyPath('test'), 'native/test.jsonl'].map((at) => `${at} is not the file that was released.`)))
  const noKey = summed(changed(whole, keyPath('test'), () => Buffer.from('{}')))
  const unknown = [`${keyPath('test')} holds no key, so that no file of the split test can be checked.`]
  expect((await verifiedZip(noKey)).problems).toEqual(unknown)
  const unnamed = forged(without(keyPath('test')), ({ files: named }) => ({ files: named.filter(({ path: at }) => at !== keyPath('test')) }))
  expect(await verifiedZip(unnamed)).toMatchObject({ ok: false, problems: unknown })
})

test('nothing that everybody gets holds the hash of a hidden file', () => {
  for (const at of ['native/test.jsonl', keyPath('test')]) for (const [name, bytes] of without('native/test', keyPath('test'), 'CHECKSUMS')) expect({ name, told: bytes.includes(sha256Of(whole.get(at)!)) }).toEqual({ name, told: false })
})

test('a release from before hidden files were committed to is held against the hashes that its manifest names', async () => {
  const named = ({ files }: Manifest) => ({
    format: 'doubleread-release/2',
    files: files.filter(({ path }) => path !== keyPath('test')).map(({ commitment, ...file }) => (commitment ? { ...file, sha256: sha256Of(whole.get(file.path)!) } : file)),
  })
  const old = forged(without(keyPath('test')), named)
  expect(await verifiedZip(old)).toMatchObject({ ok: true, problems: [], absent: [] })
  expect((await verifiedZip(changed(old, 'native/test.jsonl', () => Buffer.from('x')))).problems).toContain('native/test.jsonl is not the file that was released.')
})

test('a quote that is not the text at its offsets is found, wherever in the record it stands', async () => {
  const wrong = { start: 0, end: 1, quote: '阿' }
  const { problems } = await verifiedZip(
    frozen({ train: [recordOf('a', { spans: [wrong] }), recordOf('b', { verdict: { at: [wrong] } })] }),
  )
  expect(problems).toEqual([
    'native/train.jsonl, line 1: a: the quote "阿" is not the text at 0 to 1.',
    'native/train.jsonl, line 2: b: the quote "阿" is not the text at 0 to 1.',
  ])
})

test('a text that is not the one its hash names is found', async () => {
  const { problems } = await verifiedZip(frozen({ test: [recordOf('d', { textSha256: '0'.repeat(64) })] }))
  expect(problems).toEqual(['native/test.jsonl, line 1: d: its text is not the text that textSha256 names.'])
})

test('an id that stands in two splits, or twice in one, is found', async () => {
  const { problems } = await verifiedZip(frozen({ validation: [recordOf('a')], test: [recordOf('d'), recordOf('d')] }))
  expect(problems).toEqual([
    'native/test.jsonl, line 2: the id d comes twice.',
    'native/validation.jsonl, line 1: the id a stands in native/train.jsonl too.',
  ])
})

test('lines that are no records and splits of another size are found', async () => {
  const files = frozen({ train: [['no record'], { text: 'no id' }] })
  const { problems } = await verifiedZip(files)
  expect(problems).toEqual([
    'native/train.jsonl, line 1: this is not a JSON object.',
    'native/train.jsonl, line 2: the record has no id.',
  ])
  const manifest = JSON.parse(whole.get('manifest.json')!.toString()) as Manifest
  const splits = manifest.splits.map((split) => ({ ...split, items: split.items + 1 }))
  const miscounted = summed(changed(whole, 'manifest.json', () => Buffer.from(manifestText({ ...manifest, splits }))))
  expect((await verifiedZip(miscounted)).problems[0]).toBe('The split train has 2 records, the manifest says 3.')
})

test('a head of the audit chain that is not well-formed is found', async () => {
  const manifest = JSON.parse(whole.get('manifest.json')!.toString()) as Manifest
  const broken = JSON.stringify({ ...manifest, audit: { position: 41, hash: 'abc' } })
  const { problems } = await verifiedZip(summed(changed(whole, 'manifest.json', () => Buffer.from(broken))))
  expect(problems).toEqual(['manifest.json: the head of the audit chain (audit.hash) is not well-formed.'])
})

test('a head that was noted is the link at its position, or it is said why that cannot be known', async () => {
  expect((await verifiedZip(whole, `${head.position}:${head.hash}`)).ok).toBe(true)
  expect((await verifiedZip(whole, `7:${headAt(7).hash}`)).ok).toBe(true)
  expect((await verifiedZip(whole, `${head.position}:${'0'.repeat(64)}`)).problems[0]).toContain('another head')
  expect((await verifiedZip(whole, `7:${head.hash}`)).problems).toEqual(['The audit chain has another link at position 7 than was noted.'])
  expect((await verifiedZip(whole, `42:${head.hash}`)).problems[0]).toContain('only the installation can compare')
  expect((await verifiedZip(whole, 'yesterday')).problems[0]).toContain('POSITION:HASH')
})

test('an archive cut off anywhere is an answer, never a crash', async () => {
  const bytes = zipped(whole)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), async (length) => {
      await expect(verified(written(bytes.subarray(0, length)))).rejects.toMatchObject({ name: 'Halt' })
    }),
    { numRuns: 40 },
  )
})

test('an archive with any byte changed is an answer, never a crash', async () => {
  const bytes = zipped(whole)
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const spoiled = Buffer.from(bytes)
      spoiled[at] = spoiled[at]! ^ flip
      await verified(written(spoiled)).catch((error: unknown) => expect(error).toMatchObject({ name: 'Halt' }))
    }),
    { numRuns: 150 },
  )
})

test('a file that its archive says to be packed otherwise than it is ends in a sentence that names it', async () => {
  const bytes = zipped(whole)
  const entries = [...bytes.toString('latin1').matchAll(/PK\u0001\u0002/g)].map(({ index }) => index)
  expect(entries.length).toBe(whole.size)
  for (const at of entries) {
    const spoiled = Buffer.from(bytes)
    const method = at + 10
    spoiled[method] = spoiled[method]! ^ 8
    const path = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28))
    // Of nothing there is nothing to unpack.
    if (bytes.readUInt32LE(at + 20) === 0) continue
    const problems = await verified(written(spoiled)).then((answer) => answer.problems, (error: Error) => (error.name === 'Halt' ? [error.message] : [String(error)]))
    expect([path, problems.some((each) => each.startsWith(path))]).toEqual([path, true])
  }
})

test('the verb answers with one JSON document and exit code 0, and names the first problem with exit code 1', async () => {
  // As a shell starts it, with the archive on standard input.
  const good = await doublereadProcess(['verify', '-', '--json'], zipped(whole))
  expect([good.code, good.err]).toEqual([0, ''])
  expect(JSON.parse(good.out)).toMatchObject({ ok: true, release: 'ward-facts@1.0.0', problems: [] })
  const run = (file: string) => doubleread(['verify', file, '--json'])
  const bad = await run(written(zipped(changed(whole, 'LICENCES', () => Buffer.from('mine')))))
  expect([bad.code, bad.err.trim()]).toEqual([1, 'LICENCES is not the file that was released.'])
  expect(JSON.parse(bad.out)).toMatchObject({ ok: false, problems: ['LICENCES is not the file that was released.'] })
  for (const none of ['', 'no archive at all', zipped(whole).subarray(0, 400)]) {
    const found = await run(written(Buffer.from(none)))
    expect([found.code, JSON.parse(found.out)]).toMatchObject([1, { ok: false, release: null, files: [], problems: [found.err.trim()] }])
  }
  expect(await run('no-such.zip')).toMatchObject({ code: 1, err: 'There is no file no-such.zip.\n' })
})

test('the verb says what it does not prove, with the hash to compare, unless something from before was given', async () => {
  const file = written(zipped(whole))
  const said = await doubleread(['verify', file])
  expect(said.out).toContain('whoever rewrote all of it, hashes and chain included, would pass as well')
  expect(said.out).toContain(sha256Of(whole.get('manifest.json')!))
  expect((await doubleread(['verify', file, '--noted', `7:${headAt(7).hash}`])).out).not.toContain('would pass as well')
})
