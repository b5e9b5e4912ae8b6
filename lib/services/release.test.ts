/** A study's verdicts become a release: chosen, divided, signed, written, frozen; and the release after it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { openRelease, type ReleaseSource } from '@/bin/verify/open-release'
import { verifyRelease } from '@/bin/verify/verify-release'
import type { Manifest } from '@/lib/releases/manifest'
import { asSystemStreaming } from '@/lib/db/as-system-streaming'
import { readQuery } from '@/lib/db/contests'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { counted } from '@/lib/releases/counted'
import { splitNames } from '@/lib/releases/split-rule'
import { taskOf } from '@/lib/tasks/registry'
import type { JsonObject } from '@/lib/tasks/task'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changeRelease, draftRelease, dropRelease } from './compose-draft'
import { freezeRelease } from './freeze-release'
import { countRelease, previewRelease, workOutPreview } from './preview-release'
import { boardTable } from './board-table'
import { readBoard } from './read-board'
import { readDraft } from './read-draft'
import { readRelease } from './read-release'
import { rebuildRelease } from './rebuild-release'
import { reopenItem } from './reopen-item'
import { runJobNow } from './run-job-now'
import { allOf, isWrong, meaning, someItems, studyToRelease, type StudyToRelease } from './testing/study-to-release'
import { withdrawItems } from './withdraw-items'
import { openFile, openZip } from './open-download'
import { documentsWording } from '@/lib/releases/wording'
import { plainRecipe } from '@/lib/releases/recipe'

const db = freshDatabase()
let study: StudyToRelease
const formats = taskOf('error-spans').formats.map(({ code }) => code)
const divided = { ratios: { train: 6, validation: 2, test: 2 }, strata: ['veracity', 'specialty'], formats }
beforeAll(async () => {
  study = await studyToRelease(db)
})

const factsOf = async (releaseId: string) =>
  (await db.sql<{ facts: ReleaseFacts }>('select facts from release where id = $1', [releaseId]))[0]!.facts
const itemsOf = (releaseId: string) =>
  db.sql<{ id: string; split: string; record: string | null; withdrawn: string | null }>(
    'select external_id as id, split, record, withdrawn from release_item where release_id = $1 order by external_id collate "C"',
    [releaseId],
  )
const filesIn = (releaseId: string) =>
  db.sql<{ path: string; sha256: string }>(`select path, encode(sha256, 'hex') as sha256 from release_file where release_id = $1 order by path`, [releaseId])
const read = async (releaseId: string, path: string) => {
  const file = await openFile(study.admin, { releaseId, path: path.split('/') })
  return (await allOf(await file.send(0, file.size))).toString()
}

test('a preview says what a freeze then makes, and freezes nothing', async () => {
  const releaseId = await study.draft(divided)
  expect(await previewRelease(study.admin, { releaseId })).toEqual({ jobId: null })
  const before = await factsOf(releaseId)
  expect(await itemsOf(releaseId)).toEqual([])
  expect(before.splits.reduce((sum, { items }) => sum + items, 0)).toBe(30)
  expect(before.labels.filter(({ field }) => field === 'veracity')).toMatchObject([
    { value: 'correct', counts: {} },
    { value: 'erroneous', counts: {} },
  ])
  expect(before.agreement).toMatchObject({ readersPerItem: [{ readers: 2, items: 30 }] })
  expect(before.agreement.measures.map(({ metric, value }) => ({ metric, value }))).toEqual([
    { metric: 'percent', value: 1 },
    { metric: 'alpha', value: 1 },
    { metric: 'span-f1', value: 1 },
  ])
  await study.freeze(releaseId)
  const after = await factsOf(releaseId)
  for (const part of ['splits', 'achieved', 'labels', 'agreement', 'leftOut', 'leakage', 'verdicts', 'licences'] as const)
    expect({ [part]: after[part] }).toEqual({ [part]: before[part] })
  expect(after.release.version).toBe('1.0.0')
  const records = (await itemsOf(releaseId)).map(({ record }) => JSON.parse(record!) as JsonObject)
  for (const format of taskOf('error-spans').formats) {
    const { lost } = after.formats.find(({ code }) => code === format.code)!
    expect({ [format.code]: lost }).toEqual({ [format.code]: counted(records.flatMap((record) => format.losses(record).map(({ field }) => field))).map(({ value, items }) => ({ field: value, records: items })).sort((a, b) => (a.field < b.field ? -1 : 1)) })
  }
  expect(before.formats.every(({ lost }) => lost === undefined)).toBe(true)
  expect(await read(releaseId, 'README.md')).toMatch(/Of the 30 records, so many lose something in a field:[^]*\| brat standoff \| tags \| 30 \|/)
  expect(after.blinding).toMatchObject({ checked: { readings: 60, items: 30, readers: 2 }, exceptions: [] })
})

test('siblings stay together, every item is in one split, and its line says what the verdict says', async () => {
  const [release] = await db.sql<{ id: string }>(`select id from release where state = 'frozen'`)
  const items = await itemsOf(release!.id)
  expect(new Set(items.filter(({ record }) => record!.includes('"patient-0"')).map(({ split }) => split)).size).toBe(1)
  const lines: string[] = []
  for (const split of splitNames) lines.push(...(await read(release!.id, `native/${split}.jsonl`)).trim().split('\n'))
  expect(lines.toSorted()).toEqual(items.map(({ record }) => record!).toSorted())
  for (const line of lines) {
    const record = JSON.parse(line) as { text: string; veracity: string; licence: string; spans: { start: number; end: number; quote: string }[] }
    expect(record.veracity).toBe(isWrong(record.text) ? 'erroneous' : 'correct')
    expect(record.licence).toBe('CC-BY-4.0')
    for (const { start, end, quote } of record.spans) expect([...record.text].slice(start, end).join('')).toBe(quote)
  }
})

test('the files of a release can be made again from it, byte for byte', async () => {
  const [release] = await db.sql<{ id: string }>(`select id from release where state = 'frozen'`)
  const { ok, files } = await rebuildRelease(study.admin, { releaseId: release!.id })
  expect(files.filter((file) => !file.ok)).toEqual([])
  expect(ok).toBe(true)
  expect(files).toHaveLength((await filesIn(release!.id)).length)
})

test('a rebuild by a version of the product that words documents otherwise speaks of data; what was changed since it was frozen is found all the same', async () => {
  const [release] = await db.sql<{ id: string }>(`select id from release where state = 'frozen'`)
  const releaseId = release!.id
  const notSame = async () => (await rebuildRelease(study.admin, { releaseId })).files.flatMap(({ path, ok, reworded }) => (ok && !reworded ? [] : [{ path, reworded }]))
  /** Past the walls, and back as it was. */
  const changed = async (change: string, back: string, look: () => Promise<void>) => {
    for (const name of ['release', 'release_chunk']) await db.sql(`alter table ${name} disable trigger user`)
    await db.sql(change)
    await look()
    await db.sql(back)
    for (const name of ['release', 'release_chunk']) await db.sql(`alter table ${name} enable trigger user`)
  }
  // Other facts make another card: what other words of the same facts do, too.
  const otherCard = (wording: string) => `update release set facts = facts || '{"verdicts": {"consensus": 1, "single": 0, "adjudicated": 0, "causes": []}, "wording": ${wording}}' where id = '${releaseId}'`
  const [{ facts }] = (await db.sql<{ facts: object }>('select facts from release where id = $1', [releaseId])) as [{ facts: object }]
  const asItWas = `update release set facts = '${JSON.stringify(facts).replaceAll("'", "''")}' where id = '${releaseId}'`
  await changed(otherCard(`${documentsWording}`), asItWas, async () => expect(await notSame()).toEqual([{ path: 'README.md', reworded: false }]))
  await changed(otherCard('0'), asItWas, async () => {
    expect(await notSame()).toEqual([{ path: 'README.md', reworded: true }])
    // The page shows what was frozen.
    expect((await readRelease(study.admin, { releaseId })).card).toBe((await read(releaseId, 'README.md')).replace(/^---\n[^]*?\n---\n/, ''))
    for (const [at, path] of ['README.md', 'native/train.jsonl', 'protocol/1/guideline.md'].entries()) {
      const flip = `update release_chunk c set bytes = set_byte(c.bytes, 3, 255 - get_byte(c.bytes, 3)) from release_file f where f.id = c.file_id and f.release_id = '${releaseId}' and f.path = '${path}' and c.number = 0`
      await db.sql(flip)
      expect(await notSame()).toEqual(expect.arrayContaining([{ path, reworded: false }]))
      expect(await notSame()).toHaveLength(at === 0 ? 1 : 2)
      await db.sql(flip)
    }
  })
  expect(await notSame()).toEqual([])
})

test('the next version of the same data has the same data files to the byte and is a patch; only what names version, date or signature differs', async () => {
  const [first] = await db.sql<{ id: string }>(`select id from release where version = '1.0.0'`)
  const second = await study.released(divided)
  expect((await factsOf(second)).release.version).toBe('1.0.1')
  const [old, now] = [await filesIn(first!.id), await filesIn(second)]
  expect(now.map(({ path }) => path)).toEqual(old.map(({ path }) => path))
  const differing = now.filter(({ sha256 }, nth) => sha256 !== old[nth]!.sha256).map(({ path }) => path)
  expect(differing.filter((path) => !['CHANGELOG.md', 'CHECKSUMS', 'CITATION.cff', 'README.md', 'audit-links.bin', 'croissant.json', 'manifest.json'].includes(path))).toEqual([])
})

test('the audit chain goes on from release to release, link by link, and leads to the heads that their manifests name', async () => {
  const frozen = await db.sql<{ id: string; manifest: string }>(`select id, manifest from release where state = 'frozen' order by version`)
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const sources: ReleaseSource[] = []
  for (const { id } of frozen) {
    const at = path.join(folder, `${id}.zip`)
    const zip = await openZip(study.admin, { releaseId: id })
    writeFileSync(at, await allOf(await zip.send(0, zip.size)))
    sources.push(await openRelease(at))
  }
  const [one, two] = frozen.map(({ manifest }) => (JSON.parse(manifest) as Manifest).audit)
  const link = async (position: number) =>
    (await db.sql<{ hash: string }>(`select encode(hash, 'hex') as hash from audit_link where position = $1`, [position]))[0]?.hash
  expect([one!.hash, two!.hash]).toEqual([await link(one!.position), await link(two!.position)])
  expect(await verifyRelease(sources[0]!)).toMatchObject({ ok: true, chain: { from: 0, to: one!.position } })
  const between = one!.position + 1
  const second = await verifyRelease(sources[1]!, { before: sources[0]!, noted: `${between}:${await link(between)}` })
  expect(second).toMatchObject({ ok: true, chain: { from: one!.position, to: two!.position } })
  for (const source of sources) await source.close()
})

test('a withdrawn item leaves a tombstone with its reason, new items come in, and every earlier item keeps its split', async () => {
  const [previous] = await db.sql<{ id: string }>(`select id from release where version = '1.0.1'`)
  const before = new Map((await itemsOf(previous!.id)).map(({ id, split }) => [id, split]))
  const [gone] = await db.sql<{ id: string }>(`select id from item where external_id = 'note-0004' and study_id = $1`, [study.studyId])
  await withdrawItems(study.admin, { study: study.slug, itemIds: [gone!.id], reason: 'The patient took consent back.' })
  await study.readAll(someItems(50).slice(30), 'Second')
  const next = await study.released(divided)
  const facts = await factsOf(next)
  expect(facts.release.version).toBe('2.0.0')
  expect(facts.tombstones).toEqual([{ id: 'note-0004', split: before.get('note-0004'), lastVersion: '1.0.1', reason: 'withdrawn: The patient took consent back.' }])
  const items = await itemsOf(next)
  expect(items.filter(({ record }) => record === null)).toMatchObject([{ id: 'note-0004', withdrawn: expect.stringContaining('consent') as string }])
  for (const { id, split } of items) if (before.has(id)) expect({ id, split }).toEqual({ id, split: before.get(id) })
  expect(items).toHaveLength(50)
  expect(facts.history.map(({ version }) => version)).toEqual(['2.0.0', '1.0.1', '1.0.0'])
  expect(facts.history[0]!.changes!.added).toHaveLength(20)
  expect(await read(next, 'CHANGELOG.md')).toContain('consent')
  expect((await rebuildRelease(study.admin, { releaseId: next })).ok).toBe(true)
})

test('only verdicts enter, and for each item that does not there is a reason', async () => {
  const other = await studyToRelease(db, { items: 12, licence: null })
  const releaseId = await other.draft()
  const counts = (recipe: object) => countRelease(other.admin, { releaseId, recipe: { ...plainRecipe, ...recipe } })
  expect(await counts({})).toMatchObject({ items: 0, leftOut: [{ reason: 'unknown-licence', items: 12 }] })
  const licensed = { licenceOverride: 'Written by ourselves.' }
  expect(await counts({ ...licensed, exclusions: [{ id: 'note-0001', reason: 'In a textbook.' }] })).toMatchObject({
    items: 11,
    leftOut: [{ reason: 'excluded', items: 1 }],
  })
  expect(await counts({ ...licensed, balance: { field: 'veracity', shares: { correct: 1, erroneous: 1 } } })).toMatchObject({
    items: 8,
    leftOut: [{ reason: 'class-balance', items: 4 }],
  })
  expect(await counts({ ...licensed, filter: { ...plainRecipe.filter, tags: ['style=letter'], specialties: ['endocrinology'] } })).toMatchObject({
    items: 3,
    leftOut: [{ reason: 'filtered', items: 9 }],
  })
  const override = changeRelease(other.admin, { releaseId, title: 'Ward notes', public: false, notes: '', recipe: { ...plainRecipe, ...licensed } })
  await expect(override).rejects.toThrow('licence-override-is-the-owners')
  await expect(other.freeze(releaseId)).rejects.toThrow('release-empty')
  expect(await db.sql('select state, signature from release where id = $1', [releaseId])).toEqual([{ state: 'draft', signature: null }])
})

test('a release is signed with the password or, without one, its title; whoever gets it wrong has changed nothing', async () => {
  const releaseId = await study.draft({}, { title: 'To be signed' })
  const print = await workOutPreview(study.admin, releaseId)
  await expect(freezeRelease(study.admin, { releaseId, proof: 'something else', meaning, print })).rejects.toMatchObject({ fields: [{ path: 'proof', code: 'title-differs' }] })
  expect(await db.sql('select state from release where id = $1', [releaseId])).toEqual([{ state: 'draft' }])
  expect(await db.sql(`select 1 from audit_event where kind = 'release-signed' and detail ->> 'release' = $1`, [releaseId])).toEqual([])
  for (const stranger of [study.readers[0]!, await study.person('researcher')]) {
    await expect(freezeRelease(stranger, { releaseId, proof: 'To be signed', meaning, print })).rejects.toThrow('not-found')
    await expect(previewRelease(stranger, { releaseId })).rejects.toThrow('not-found')
    await expect(dropRelease(stranger, { releaseId })).rejects.toThrow('not-found')
    await expect(draftRelease(stranger, { study: study.slug, title: 'Mine' })).rejects.toThrow('not-found')
  }
  await dropRelease(study.admin, { releaseId })
})

test('of two who sign at once one is told that it is at work; cancelled, it is a draft again with nothing left behind', async () => {
  const releaseId = await study.draft({}, { title: 'Twice' })
  const other = await study.draft({}, { title: 'Twice' })
  const print = await workOutPreview(study.admin, releaseId)
  const { jobId } = await freezeRelease(study.admin, { releaseId, proof: 'Twice', meaning, print })
  await expect(freezeRelease(study.admin, { releaseId, proof: 'Twice', meaning, print })).rejects.toThrow('release-at-work')
  await expect(freezeRelease(study.admin, { releaseId: other, proof: 'Twice', meaning, print: await workOutPreview(study.admin, other) })).rejects.toThrow('release-at-work')
  await expect(changeRelease(study.admin, { releaseId, title: 'x', public: true, notes: '', recipe: plainRecipe })).rejects.toThrow('release-at-work')
  await db.sql(`update job set cancel_asked = true where id = $1`, [jobId])
  const job = await runJobNow(study.admin, jobId)
  expect(job.state).toBe('cancelled')
  expect(await db.sql('select state, signature from release where id = $1', [releaseId])).toEqual([{ state: 'draft', signature: null }])
  expect(await filesIn(releaseId)).toEqual([])
  expect(await itemsOf(releaseId)).toEqual([])
})

test('the human baseline comes with the release, before any system, and no item that is opened again changes what it rests on', async () => {
  const [release] = await db.sql<{ id: string }>(`select id from release where version = '1.0.1'`)
  const board = await readBoard(study.admin, { releaseId: release!.id, split: 'train' })
  expect(board.rows.map(({ kind }) => kind)).toEqual(['readers'])
  expect(board.rows[0]!.scores).toMatchObject({ readers: 2, by: { specialty: { cardiology: {} } } })
  const lines = boardTable(board, 'specialty').trim().split('\n')
  expect(lines[0]).toBe('kind,name,split,match,rules,facet,group,items,measure,value,low,high')
  expect(lines.find((line) => line.includes(',cardiology,') && line.includes('veracity.accuracy'))).toMatch(/^readers,readers,train,overlap:0.5,4,specialty,cardiology,\d+,veracity.accuracy,1,1,1$/)
  const readings = async () => {
    const found: (string | null)[] = []
    for await (const rows of asSystemStreaming({ reason: 'readers-scored', actor: study.admin.personId }, readQuery(release!.id, 'train')))
      for (const [, , cell] of rows) found.push(cell ?? null)
    return found
  }
  const before = await readings()
  const items = await db.sql<{ id: string }>(`select i.id from release_item r join item i on i.id = r.item_id and i.stage = 'closed' where r.release_id = $1 and r.split = 'train' limit 2`, [release!.id])
  for (const { id } of items) await reopenItem(study.admin, { study: study.slug, itemId: id, reason: 'Under a new guideline.' })
  expect(before).not.toContain(null)
  expect(await readings()).toEqual(before)
  const readers = `select from release_reading where release_id = '${release!.id}'`
  expect(await db.sqlAs(study.admin.personId, readers)).toEqual([])
})

test('what is signed is what was previewed: no preview, an old one or another study is refused, and the draft stays', async () => {
  const other = await studyToRelease(db, { items: 6 })
  const releaseId = await other.draft()
  const sign = (print: string, title = 'Ward notes') => freezeRelease(other.admin, { releaseId, proof: title, meaning, print })
  await expect(sign('0'.repeat(64))).rejects.toThrow('release-preview-first')
  const print = await workOutPreview(other.admin, releaseId)
  await expect(sign('0'.repeat(64))).rejects.toThrow('release-preview-first')
  await changeRelease(other.admin, { releaseId, title: 'Ward notes', public: false, notes: '', recipe: { ...plainRecipe, formats: ['csv'] } })
  await expect(sign(print)).rejects.toThrow('release-preview-first')
  expect(await workOutPreview(other.admin, releaseId)).toBe(print)
  for (const change of [{ public: true }, { title: 'Ward notes, all of them' }]) {
    const fields = { releaseId, title: 'Ward notes', public: false, notes: '', recipe: { ...plainRecipe, formats: ['csv'] } }
    const changed = { ...fields, ...change }
    await changeRelease(other.admin, changed)
    await expect(sign(print, changed.title)).rejects.toThrow('release-preview-first')
    // Previewed anew by somebody else, it is still not what was looked at.
    expect(await workOutPreview(other.admin, releaseId)).not.toBe(print)
    await expect(sign(print, changed.title)).rejects.toThrow('release-preview-first')
    await changeRelease(other.admin, fields)
  }
  expect(await workOutPreview(other.admin, releaseId)).toBe(print)
  await other.readAll(someItems(7).slice(6), 'Read meanwhile')
  const { jobId } = await sign(print)
  await expect(runJobNow(other.admin, jobId)).rejects.toThrow('release-study-moved')
  expect(await db.sql('select state, signature, facts from release where id = $1', [releaseId])).toEqual([{ state: 'draft', signature: null, facts: null }])
  expect(await itemsOf(releaseId)).toEqual([])
  await other.freeze(releaseId)
  expect(await itemsOf(releaseId)).toHaveLength(7)
})

test('material without a licence comes in under an owner’s signature, and never into the next version by itself', async () => {
  const other = await studyToRelease(db, { items: 4, licence: null })
  const { personId } = await makePerson({ owner: true })
  await addMember(other.studyId, personId, 'admin')
  const owner = await viewerOf(personId)
  const releaseId = await other.draft()
  await changeRelease(owner, { releaseId, title: 'Ward notes', public: false, notes: '', recipe: { ...plainRecipe, licenceOverride: 'Written by ourselves.' } })
  await expect(other.freeze(releaseId)).rejects.toThrow('licence-override-owner-signs')
  const { jobId } = await freezeRelease(owner, { releaseId, proof: 'Ward notes', meaning, print: await workOutPreview(owner, releaseId) })
  await runJobNow(owner, jobId)
  expect((await factsOf(releaseId)).licenceOverride).toBe('Written by ourselves.')
  for (const viewer of [other.admin, owner]) {
    const next = await draftRelease(viewer, { study: other.slug, title: 'Ward notes' })
    expect(await countRelease(viewer, { releaseId: next.releaseId, recipe: (await readDraft(viewer, next)).recipe })).toMatchObject({ items: 0, leftOut: [{ reason: 'unknown-licence', items: 4 }] })
  }
})
