/** Who gets which bytes of a release: the same for everybody who may have them, from any byte on, and on record; for others, nothing. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { insertDownloads, wasDownloading } from '@/lib/db/downloads'
import { filesOf } from '@/lib/db/release-files'
import { frozenToDownload } from '@/lib/db/releases'
import type { Tx } from '@/lib/db/transaction'
import { rangeResponse } from './range-response'
import { claimDispute } from '@/lib/services/claim-dispute'
import { claimSeat } from '@/lib/services/claim-seat'
import { reopenItems } from '@/lib/services/reopen-items'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { grantSplit, takeGrant } from '@/lib/services/grant-split'
import { listReleases } from '@/lib/services/list-releases'
import { openRelease } from '@/bin/verify/open-release'
import { verifyRelease } from '@/bin/verify/verify-release'
import { openFile, openZip } from '@/lib/services/open-download'
import { readRelease } from '@/lib/services/read-release'
import { takeRole } from '@/lib/services/take-role'
import { allOf, studyToRelease, type StudyToRelease } from '@/lib/services/testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
let releaseId = ''
let researcher: Viewer
let stranger: Viewer
beforeAll(async () => {
  study = await studyToRelease(db)
  releaseId = await study.released({ ratios: { train: 6, validation: 2, test: 2 }, hidden: ['test'], readers: 'pseudonyms', formats: ['csv', 'parquet', 'brat'] })
  researcher = await study.person('researcher')
  stranger = await viewerOf((await makePerson()).personId)
})

const request = (headers: Record<string, string> = {}, method = 'GET') => new Request('http://x/', { headers, method })
const file = (viewer: Viewer, at: string) => openFile(viewer, { releaseId, path: at.split('/') })
const bodyOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const downloads = (personId: string) =>
  db.sql<{ path: string; split: string | null }>('select path, split from download where person_id = $1 order by at, split', [personId])

test('an archive names in its CHECKSUMS what it holds, so that without the hidden split it is the frozen one and whole, and so with it', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'))
  const verified = async (viewer: Viewer, split?: 'train') => {
    const at = path.join(folder, 'one.zip')
    writeFileSync(at, await bodyOf(await rangeResponse(request(), await openZip(viewer, { releaseId, ...(split ? { split } : {}) }))))
    const source = await openRelease(at)
    return verifyRelease(source).finally(() => source.close())
  }
  try {
    const person = await study.person('researcher')
    expect(await verified(person)).toMatchObject({ ok: true, problems: [], absent: ['test'] })
    expect(await verified(person, 'train')).toMatchObject({ ok: true, problems: [], absent: ['validation', 'test'] })
    expect(await verified(study.admin)).toMatchObject({ ok: true, problems: [], absent: [] })
    const archive = await bodyOf(await rangeResponse(request(), await openZip(person, { releaseId })))
    const published = await bodyOf(await rangeResponse(request(), await file(person, 'CHECKSUMS')))
    expect(archive.includes(published)).toBe(true)
    expect(published.includes('test.')).toBe(false)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the archive is a zip that opens, holds what the manifest says, and is the same bytes whoever asks and in whichever pieces', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'release-'))
  try {
    const zip = await openZip(study.admin, { releaseId })
    const whole = await bodyOf(await rangeResponse(request(), zip))
    expect(whole).toHaveLength(zip.size)
    writeFileSync(path.join(folder, 'release.zip'), whole)
    execFileSync('unzip', ['-q', '-t', 'release.zip'], { cwd: folder })
    execFileSync('unzip', ['-q', 'release.zip', '-d', 'out'], { cwd: folder })
    const source = await openRelease(path.join(folder, 'release.zip'))
    const { problems } = await verifyRelease(source).finally(() => source.close())
    expect(problems).toEqual([])
    execFileSync('unzip', ['-q', '-t', 'out/brat/train.zip'], { cwd: folder })
    expect(JSON.parse(readFileSync(path.join(folder, 'out/manifest.json'), 'utf8'))).toMatchObject({ release: { version: '1.0.0' }, salt: null })
    const pieces: Buffer[] = []
    for (let at = 0; at < whole.length; at += 40_001) {
      const response = await rangeResponse(request({ range: `bytes=${at}-${at + 40_000}`, 'if-range': zip.etag }), await openZip(study.admin, { releaseId }))
      expect(response.status).toBe(206)
      pieces.push(await bodyOf(response))
    }
    expect(Buffer.concat(pieces).equals(whole)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('a researcher has the open splits; the hidden one does not exist for them until it is granted, and no longer once taken back', async () => {
  const shown = await readRelease(researcher, { releaseId })
  expect(shown.open.toSorted()).toEqual(['train', 'validation'])
  expect(shown.files.some(({ split }) => split === 'test')).toBe(false)
  await expect(file(researcher, 'native/test.jsonl')).rejects.toThrow('not-found')
  await expect(file(researcher, 'native/nothing.jsonl')).rejects.toThrow('not-found')
  await expect(openZip(researcher, { releaseId, split: 'test' })).rejects.toThrow('not-found')
  const zip = (await allOf(await (await openZip(researcher, { releaseId })).send(0, 1e9))).toString('latin1')
  for (const [row] of [await db.sql<{ record: string }>(`select record from release_item where release_id = $1 and split = 'test'`, [releaseId])])
    expect(zip).not.toContain(Buffer.from(row!.record).toString('latin1'))
  const grant = { study: study.slug, personId: researcher.personId, split: 'test' as const, reason: 'Shared task.' }
  await grantSplit(study.admin, grant)
  const granted = await allOf(await (await file(researcher, 'native/test.jsonl')).send(0, 1e9))
  expect(granted.toString().trim().split('\n').length).toBe(shown.facts.splits.find(({ name }) => name === 'test')!.items)
  await takeGrant(study.admin, grant)
  await expect(file(researcher, 'native/test.jsonl')).rejects.toThrow('not-found')
})

test('a grant ends with the role it was given for, which the event says, and does not come back with it', async () => {
  const role = { study: study.slug, personId: researcher.personId, role: 'researcher' as const }
  await grantSplit(study.admin, { ...role, split: 'test' as const, reason: 'Shared task.' })
  await takeRole(study.admin, role)
  await expect(readRelease(researcher, { releaseId })).rejects.toThrow('not-found')
  expect(await db.sql(`select detail -> 'splits' as splits from audit_event where kind = 'role-taken' order by at desc limit 1`)).toEqual([{ splits: ['test'] }])
  await addMember(study.studyId, researcher.personId, 'researcher')
  expect((await readRelease(researcher, { releaseId })).open.toSorted()).toEqual(['train', 'validation'])
  await expect(file(researcher, 'native/test.jsonl')).rejects.toThrow('not-found')
})

test('for readers, strangers and people who are gone there is no release; a draft is nobody’s but its admins’', async () => {
  for (const viewer of [study.readers[0]!, stranger]) {
    expect(await listReleases(viewer)).toEqual([])
    for (const ask of [() => readRelease(viewer, { releaseId }), () => file(viewer, 'README.md'), () => openZip(viewer, { releaseId })])
      await expect(ask()).rejects.toThrow('not-found')
  }
  const draft = await study.draft({}, { title: 'Later' })
  for (const viewer of [researcher, stranger]) await expect(readRelease(viewer, { releaseId: draft })).rejects.toThrow('not-found')
  await expect(openZip(study.admin, { releaseId: draft })).rejects.toThrow('not-found')
})

test('readers appear under pseudonyms of this release alone, and nowhere else in it', async () => {
  const train = (await allOf(await (await file(researcher, 'readings/train.jsonl')).send(0, 1e9))).toString()
  const names = new Set([...train.matchAll(/"reader":"(R-[0-9A-F]{10})"/g)].map(([, name]) => name))
  expect(names.size).toBe(2)
  const [inStudy] = await db.sql<{ names: string[] }>(
    `select array_agg(distinct n) as names from seat s, lateral (select set_config('app.system', 'x', false), reader_pseudonym(s.study_id, s.person_id) as n) r where s.study_id = $1`,
    [study.studyId],
  )
  for (const name of inStudy!.names) expect(names).not.toContain(name)
  for (const { personId } of study.readers) expect(train).not.toContain(personId)
})

test('what is asked for wrongly, without its bytes or is known already is answered without a byte and without a record', async () => {
  const before = await downloads(study.admin.personId)
  const card = await file(study.admin, 'README.md')
  const answers = [
    [request({}, 'HEAD'), 200],
    [request({ range: 'bytes=0-1' }, 'HEAD'), 200],
    [request({ range: 'bytes=99999999-' }, 'HEAD'), 200],
    [request({ 'if-none-match': card.etag }), 304],
  ] as const
  for (const [asked, status] of answers) {
    const response = await rangeResponse(asked, card)
    expect({ status: response.status, bytes: (await bodyOf(response)).length }).toEqual({ status, bytes: 0 })
    expect(response.headers.get('etag')).toBe(card.etag)
    if (status === 200) expect(response.headers.get('content-length')).toBe(String(card.size))
  }
  await expect(rangeResponse(request({ range: 'bytes=99999999-' }), card)).rejects.toMatchObject({ code: 'out-of-range', values: { size: card.size } })
  expect(await downloads(study.admin.personId)).toEqual(before)
})

test('each download is on record once, however often it goes on after a break; a new one is a new record', async () => {
  const other = await study.person('researcher')
  const train = await file(other, 'native/train.jsonl')
  await allOf(await train.send(0, 100))
  await allOf(await train.send(100, 200))
  await allOf(await train.send(200, 300))
  expect(await downloads(other.personId)).toEqual([{ path: 'native/train.jsonl', split: 'train' }])
  await allOf(await train.send(0, 100))
  expect(await downloads(other.personId)).toHaveLength(2)
  await allOf(await (await openZip(other, { releaseId })).send(500, 600))
  expect((await downloads(other.personId)).slice(2)).toEqual([
    { path: 'zip', split: 'train' },
    { path: 'zip', split: 'validation' },
  ])
  const events = await db.sql<{ detail: { path: string } }>(
    `select e.detail from audit_event e join audit_actor a on a.event_id = e.id where e.kind = 'release-downloaded' and a.person_id = $1 order by e.at`,
    [other.personId],
  )
  expect(events.map(({ detail }) => detail.path)).toEqual(['native/train.jsonl', 'native/train.jsonl', 'zip'])
})

test('a public release is for everybody who is signed in, its hidden split still by grant', async () => {
  const open = await study.released({ hidden: ['test'] }, { public: true })
  const shown = await readRelease(stranger, { releaseId: open })
  expect(shown.open.toSorted()).toEqual(['train', 'validation'])
  expect((await listReleases(stranger)).map(({ id }) => id)).toEqual([open])
})

test('a researcher of another study has of a public release what everybody has: no hidden split, no other release, nothing of the study', async () => {
  const open = await study.released({ hidden: ['test'], ratios: { train: 6, validation: 2, test: 2 } }, { public: true })
  const elsewhere = await makeStudy()
  const { personId } = await makePerson()
  await addMember(elsewhere.studyId, personId, 'researcher', 'admin')
  const foreign = await viewerOf(personId)
  const [train, hidden] = ['native/train.jsonl', 'native/test.jsonl'].map((at) => ({ releaseId: open, path: at.split('/') }))
  expect((await openFile(foreign, train!)).size).toBeGreaterThan(0)
  const archive = await bodyOf(await rangeResponse(request(), await openZip(foreign, { releaseId: open })))
  const secret = await bodyOf(await rangeResponse(request(), await openFile(study.admin, hidden!)))
  for (const line of secret.toString().trim().split('\n')) expect(archive.includes((JSON.parse(line) as { text: string }).text)).toBe(false)
  for (const ask of [() => openFile(foreign, hidden!), () => openZip(foreign, { releaseId: open, split: 'test' }), () => openZip(foreign, { releaseId }), () => readRelease(foreign, { releaseId })])
    await expect(ask()).rejects.toThrow('not-found')
  expect((await listReleases(foreign)).map(({ id }) => id)).toContain(open)
  expect((await listReleases(foreign)).map(({ id }) => id)).not.toContain(releaseId)
  expect(await db.sqlAs(personId, 'select id from item union all select id from judgment union all select id from verdict')).toEqual([])
})

test('a reader who has downloaded an item’s labels is never handed a seat of it again, nor its dispute; others are', async () => {
  const fresh = await studyToRelease(db, { items: 6 })
  const frozen = await fresh.released()
  const [informed, other] = fresh.readers as [Viewer, Viewer]
  await addMember(fresh.studyId, informed.personId, 'researcher')
  const asResearcher = await viewerOf(informed.personId)
  await allOf(await (await openFile(asResearcher, { releaseId: frozen, path: ['native', 'test.jsonl'] })).send(0, 10))
  await publishProtocol(fresh.studyId)
  await reopenItems(fresh.admin, { study: fresh.slug, under: 1, reason: 'New guideline.', batch: 'Again' })
  expect(await claimSeat(asResearcher, { studyId: fresh.studyId, beyond: [] })).toEqual({ seatId: null })
  expect((await claimSeat(other, { studyId: fresh.studyId, beyond: [] })).seatId).not.toBeNull()
  const judge = await viewerOf((await makePerson()).personId)
  await addMember(fresh.studyId, judge.personId, 'adjudicator', 'researcher')
  await db.sql(`update item set stage = 'adjudicating' where study_id = $1`, [fresh.studyId])
  await db.sql(`insert into adjudication (item_id, study_id, points) select id, study_id, '[]' from item where study_id = $1`, [fresh.studyId])
  const [before] = await db.sqlAs<{ waiting: number }>(judge.personId, 'select waiting from bench_waiting()')
  expect(before).toEqual({ waiting: 6 })
  await allOf(await (await openFile(await viewerOf(judge.personId), { releaseId: frozen, path: ['native', 'test.jsonl'] })).send(0, 10))
  expect(await db.sqlAs(judge.personId, 'select waiting from bench_waiting()')).toEqual([])
  expect(await claimDispute(await viewerOf(judge.personId), { studyId: fresh.studyId, beyond: [] })).toEqual({ adjudicationId: null })
})

test('before the first byte a few rows are read, and of five thousand items as few as of ten', async () => {
  const fresh = await studyToRelease(db, { items: 3 })
  /** Records and files without contents: before the first byte nobody looks into them. */
  const releaseOf = async (items: number) => {
    const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'Large', '{"hidden":["test"]}') returning id`, [fresh.studyId])
    await db.sql(
      `with made as (insert into item (study_id, batch_id, external_id, text, text_hash, length, stage)
         select $1, (select id from batch where study_id = $1 limit 1), $3 || '-' || n, 'Give 5 mg.', sha256('Give 5 mg.'), 10, 'closed' from generate_series(1, $3::int) n returning id, external_id)
       insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
       select $2, m.external_id, m.id, 'test', m.external_id, (select id from verdict where study_id = $1 limit 1), '{}' from made m`,
      [fresh.studyId, release!.id, items],
    )
    for (const at of ['README.md', 'native/test.jsonl'])
      await db.sql(`insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, $2, $3, 'x', 0, '\\x00', 0)`, [release!.id, at, at === 'README.md' ? null : 'test'])
    const version = `${items}.0.0`
    await db.sql(`update release set state = 'frozen', version = $2, frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`, [release!.id, version])
    return release!.id
  }
  const [few, many] = [await releaseOf(10), await releaseOf(5_000)]
  await db.sql('analyze release_item, item')
  // Whoever has an item to judge is asked whether it is of the release, which is the dearest to ask about.
  const { personId } = fresh.readers[0]!
  await addMember(fresh.studyId, personId, 'researcher')
  await grantSplit(fresh.admin, { study: fresh.slug, personId, split: 'test', reason: 'Shared task.' })
  await addItems(fresh.studyId, [{ externalId: 'in no release', text: 'Give 5 mg.' }])
  await openBatch(fresh.studyId)
  expect((await claimSeat(fresh.readers[0]!, { studyId: fresh.studyId, beyond: [] })).seatId).not.toBeNull()
  const viewer = await viewerOf(personId)
  const rowsSoFar = async (tx: Tx) => {
    const [read] = await tx.$queryRaw<{ rows: number }[]>`select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))::int as rows from pg_stat_xact_user_tables`
    return read!.rows
  }
  const rowsRead = (id: string) =>
    asViewer(viewer, async (tx) => {
      const before = await rowsSoFar(tx)
      const release = await frozenToDownload(tx, id)
      const files = await filesOf(tx, id)
      await wasDownloading(tx, { releaseId: id, personId: viewer.personId, path: 'zip' })
      await insertDownloads(tx, { releaseId: id, personId: viewer.personId, path: 'zip', splits: ['test'] })
      expect({ slug: release?.slug, files: files.length }).toEqual({ slug: 'release', files: 2 })
      return (await rowsSoFar(tx)) - before
    })
  for (const id of [few, many]) expect(await rowsRead(id)).toBeLessThan(1_000)
  // A recipe lists what was left out one by one; whatever is asked of each file would take it apart as often.
  expect(await db.sql(`select proname from pg_proc where prosrc ilike '%recipe%' and pronamespace = 'public'::regnamespace and proname ~ 'open_to_viewer|viewer_splits|contest|judged|judging'`)).toEqual([])
})
