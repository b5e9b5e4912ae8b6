/** The part of the audit chain that a release holds, followed link by link. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { auditLinksPath } from '@/lib/releases/audit-links'
import { openRelease } from './open-release'
import { forged, frozen, head, headAt, sha256 as sha256Of, summed, zipped, type Files } from './release.testing'
import { verifyRelease } from './verify-release'

const folder = mkdtempSync(path.join(tmpdir(), 'doubleread-chain-'))
afterAll(() => rmSync(folder, { recursive: true }))
let count = 0
async function opened(files: Files) {
  const file = path.join(folder, `${(count += 1)}.zip`)
  writeFileSync(file, zipped(files))
  return openRelease(file)
}
const verifiedZip = async (files: Files) => {
  const source = await opened(files)
  return verifyRelease(source).finally(() => source.close())
}
const against = async (files: Files, before: Files) => {
  const [source, given] = [await opened(files), await opened(before)]
  return verifyRelease(source, { before: given }).finally(() => Promise.all([source.close(), given.close()]))
}

const whole = frozen()

test('a head of the audit chain that its links do not lead to is found, though every other hash fits', async () => {
  expect(await verifiedZip(forged(whole, () => ({})))).toMatchObject({ ok: true, chain: { from: 0, to: 41 } })
  const elsewhere = forged(whole, ({ audit }) => ({ audit: { ...audit, hash: '0'.repeat(64) } }))
  expect((await verifiedZip(elsewhere)).problems).toEqual(['manifest.json names another head of the audit chain than its links lead to, at position 41.'])
  const further = forged(whole, ({ audit }) => ({ audit: { ...audit, position: 42 } }))
  expect((await verifiedZip(further)).problems).toEqual(['The audit chain ends at position 41, manifest.json names position 42 as its head.'])
})

test('whichever byte of a link of the audit chain was changed, the first link that breaks is named', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(41 * 64 - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
      const links = Buffer.from(whole.get(auditLinksPath)!)
      links[at] = links[at]! ^ flip
      const { problems } = await verifiedZip(forged(whole, () => ({}), links))
      expect(problems).toEqual([`The audit chain breaks at position ${Math.floor(at / 64) + 1}: its link does not follow from the link before and its event.`])
    }),
    { numRuns: 40 },
  )
  const cut = forged(whole, () => ({}), whole.get(auditLinksPath)!.subarray(0, 10 * 64 + 7))
  expect((await verifiedZip(cut)).problems[0]).toContain('breaks at position 11')
  const unnamed = forged(whole, ({ files }) => ({ files: files.filter(({ path }) => path !== auditLinksPath) }))
  expect((await verifiedZip(unnamed)).problems).toContain('manifest.json does not name audit-links.bin.')
})

test('the audit chain goes on where the release before ends, which is the one that was given or is not', async () => {
  const first = frozen({}, { audit: { ...headAt(20), from: headAt(0) } })
  const previous = { version: '0.9.0', manifestSha256: sha256Of(first.get('manifest.json')!), audit: headAt(20) }
  const next = frozen({}, { previous })
  expect(await against(next, first)).toMatchObject({ ok: true, chain: { from: 20, to: 41 } })
  expect((await against(next, whole)).problems).toEqual(['The release follows 0.9.0 with another manifest.json than the one that was given.'])
  expect((await against(whole, first)).problems).toEqual(['The release says that there was none before it.'])
  const otherHead = forged(next, () => ({ previous: { ...previous, audit: { ...headAt(20), hash: head.hash } } }))
  expect((await against(otherHead, first)).problems).toEqual([
    'The release names another head of the audit chain for 0.9.0 than that one does itself.',
    'The audit chain does not begin where the release before ends, at position 20.',
  ])
})

test('a chain that begins late is said to, and is no chain after a release that holds its links', async () => {
  const empty = (files: Files) => forged(files, ({ audit }) => ({ audit: { ...audit, from: { position: audit.position, hash: audit.hash } } }), Buffer.alloc(0))
  expect(await verifiedZip(empty(whole))).toMatchObject({ ok: true, chain: { from: 41, to: 41, missing: { from: 1, to: 41 } } })
  const first = frozen({}, { audit: { ...headAt(20), from: headAt(0) } })
  const next = empty(frozen({}, { previous: { version: '0.9.0', manifestSha256: sha256Of(first.get('manifest.json')!), audit: headAt(20) } }))
  expect(await verifiedZip(next)).toMatchObject({ ok: true, chain: { missing: { from: 21, to: 41 } } })
  expect((await against(next, first)).problems).toEqual(['The audit chain does not begin where the release before ends, at position 20.'])
})

test('a release from before the links were kept is whole, and it is said that they are not there', async () => {
  const files = new Map([...whole].filter(([at]) => at !== auditLinksPath))
  const old = forged(whole, ({ audit: { from: _none, ...audit }, files: all }) => ({ format: 'doubleread-release/1', audit, files: all.filter(({ path }) => path !== auditLinksPath) }))
  expect(await verifiedZip(summed(new Map([...files, ['manifest.json', old.get('manifest.json')!]])))).toMatchObject({ ok: true, chain: null })
})
