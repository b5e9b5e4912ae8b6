/** What everybody may read of a release says nothing that follows from the labels of a hidden split, not even held against another version. */
import { beforeAll, expect, test } from 'vitest'
import type { ReleaseFacts } from '@/lib/releases/release-facts'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { openFile, openZip } from './open-download'
import { previewRelease } from './preview-release'
import { readRelease } from './read-release'
import { rebuildRelease } from './rebuild-release'
import { withdrawItems } from './withdraw-items'
import { allOf, answerTo, someItems, studyToRelease, type StudyToRelease } from './testing/study-to-release'
import type { Viewer } from '@/lib/blinding/viewer'

const db = freshDatabase()
const hiding = { ratios: { train: 6, validation: 0, test: 4 }, strata: ['veracity', 'basis', 'specialty'], hidden: ['test' as const], formats: ['csv', 'medec'] }
let study: StudyToRelease
let researcher: Viewer
let hiddenIds: string[] = []
const versions: string[] = []

beforeAll(async () => {
  study = await studyToRelease(db)
  researcher = await study.person('researcher')
  versions.push(await study.released(hiding))
  hiddenIds = (await db.sql<{ id: string }>(`select external_id as id from release_item where release_id = $1 and split = 'test' order by 1`, [versions[0]])).map(({ id }) => id)
})

/** Each document that the researcher may read, without what names this version: its number, day, ids, hashes and part of the audit chain. */
async function documentsOf(releaseId: string): Promise<Record<string, string>> {
  const { files } = await readRelease(researcher, { releaseId })
  const documents: Record<string, string> = {}
  for (const { path } of files.filter(({ split, path: name }) => split === null && name !== 'audit-links.bin')) {
    const file = await openFile(researcher, { releaseId, path: path.split('/') })
    const text = (await allOf(await file.send(0, file.size))).toString()
    documents[path] = anonymous(path === 'manifest.json' ? plain(JSON.parse(text) as ManifestRead) : text)
  }
  return documents
}
type ManifestRead = { files: { path: string; split: string | null; bytes: number | null }[] }
/** Two of its files are lists of what names the version. */
const plain = ({ files, ...manifest }: ManifestRead) =>
  JSON.stringify({ ...manifest, audit: null, previous: null, files: files.filter(({ path }) => !['CHANGELOG.md', 'audit-links.bin'].includes(path)) })
const anonymous = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'HASH')
    .replaceAll(/\b\d+\.\d+\.\d+\b/g, 'VERSION')
    .replaceAll(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, 'MOMENT')
    .replaceAll(/positions 1 to \d+/g, 'POSITIONS')
    .replaceAll(/"to":\d+/g, '"to":0')

/** What the interface for programs tells of it. */
const factsOf = async (releaseId: string): Promise<ReleaseFacts> => (await readRelease(researcher, { releaseId })).facts
const withoutLists = ({ release, history, tombstones, blinding, ...facts }: ReleaseFacts) =>
  JSON.parse(anonymous(JSON.stringify({ ...facts, claim: blinding.claim, history: history.length > 0, tombstones: tombstones.length === 0, title: release.title }))) as object

/** The item's verdict is another from now on: what was wrong is right, and the reverse. */
async function turnRound(id: string) {
  const [item] = await db.sql<{ item: string; text: string; veracity: string }>(
    `select i.id as item, i.text, v.answer ->> 'veracity' as veracity from item i join verdict v on v.item_id = i.id where i.external_id = $1 and i.study_id = $2
     order by v.version desc limit 1`,
    [id, study.studyId],
  )
  const { text } = item!
  const [word = ''] = text.split(' ')
  const span = { ...answerTo('case 0:').spans[0], end: word.length, quote: word }
  const answer = item!.veracity === 'correct' ? { ...answerTo(text), veracity: 'erroneous', spans: [span] } : { ...answerTo(text), veracity: 'correct', spans: [] }
  await db.sql(
    `insert into verdict (item_id, study_id, protocol_id, version, source, answer, rationale)
     select item_id, study_id, protocol_id, version + 1, 'consensus', $2::jsonb, 'canary-rationale: it was the other way' from verdict where item_id = $1 order by version desc limit 1`,
    [item!.item, JSON.stringify(answer)],
  )
}

test('of two versions that differ in one hidden verdict nothing open differs but the list that names the item', async () => {
  await turnRound(hiddenIds[0]!)
  versions.push(await study.released(hiding))
  const [before, after] = [await factsOf(versions[0]!), await factsOf(versions[1]!)]
  expect(after.history[0]!.changes!.verdicts).toEqual([{ id: hiddenIds[0], split: 'test', reason: null }])
  expect(withoutLists(after)).toEqual(withoutLists(before))
  const [old, now] = [await documentsOf(versions[0]!), await documentsOf(versions[1]!)]
  expect(Object.keys(old)).toEqual(expect.arrayContaining(['README.md', 'manifest.json', 'agreement.json', 'leakage.json', 'LICENCES', 'croissant.json']))
  for (const path of Object.keys(old).filter((each) => each !== 'CHANGELOG.md')) expect({ [path]: now[path] }).toEqual({ [path]: old[path] })
  expect(JSON.stringify(now)).not.toContain('canary')
  expect(now['CHANGELOG.md']).toContain(`- ${hiddenIds[0]}: the reason is kept with the hidden split`)
})

test('a hidden item that comes in changes numbers of items and no number that follows from a label', async () => {
  const [sibling] = await db.sql<{ group: string }>('select group_key as "group" from item where external_id = $1 and study_id = $2', [hiddenIds[1], study.studyId])
  const [fresh] = someItems(100).slice(99)
  await study.readAll([{ ...fresh!, group: sibling!.group }], 'One more')
  versions.push(await study.released(hiding))
  const [before, after] = [await factsOf(versions[1]!), await factsOf(versions[2]!)]
  expect(after.history[0]!.changes!.added).toEqual([{ id: 'note-0099', split: 'test' }])
  const followsFromLabels = ({ labels, achieved, agreement, verdicts, leftOut, formats, files }: ReleaseFacts) => ({
    labels, verdicts, leftOut, formats, achieved: achieved.filter(({ field }) => ['veracity', 'basis'].includes(field ?? '')), measures: agreement.measures,
    sizes: files.map(({ path, bytes }) => ({ path, bytes })),
  }) // prettier-ignore
  expect(followsFromLabels(after)).toEqual(followsFromLabels(before))
  expect(after.labels.length).toBeGreaterThan(0)
  expect(after.labels.every(({ counts }) => counts.test === null)).toBe(true)
  const manifest = JSON.parse((await documentsOf(versions[2]!))['manifest.json']!) as ManifestRead
  expect(manifest.files.some(({ split }) => split === 'test')).toBe(true)
  for (const { split, bytes } of manifest.files) expect(bytes === null).toBe(split === 'test')
})

test('why an item left a hidden split is put down for admins and told nobody else, unless it was withdrawn', async () => {
  const [excluded, withdrawn] = [hiddenIds[2]!, hiddenIds[3]!]
  const [item] = await db.sql<{ id: string }>('select id from item where external_id = $1 and study_id = $2', [withdrawn, study.studyId])
  await withdrawItems(study.admin, { study: study.slug, itemIds: [item!.id], reason: 'The patient took consent back.' })
  const recipe = { ...hiding, exclusions: [{ id: excluded, reason: 'canary-note: the dose is right after all' }] }
  versions.push(await study.released(recipe))
  const facts = await factsOf(versions[3]!)
  const told = [
    { id: excluded, split: 'test', lastVersion: (await factsOf(versions[2]!)).release.version, reason: 'no longer chosen' },
    { id: withdrawn, split: 'test', lastVersion: (await factsOf(versions[2]!)).release.version, reason: 'withdrawn: The patient took consent back.' },
  ].sort((a, b) => (a.id < b.id ? -1 : 1))
  expect(facts.tombstones).toEqual(told)
  expect(facts.leftOut).toContainEqual({ reason: 'no-longer-chosen', items: 1, notes: [] })
  expect(JSON.stringify([await documentsOf(versions[3]!), facts])).not.toContain('canary')
  const kept = () => db.sql<{ withdrawn: string }>('select withdrawn from release_item where release_id = $1 and external_id = $2', [versions.at(-1), excluded])
  expect(await kept()).toEqual([{ withdrawn: expect.stringMatching(/^excluded: canary-note: the dose is right after all \(last in/) as string }])
  versions.push(await study.released(recipe))
  expect(await kept()).toEqual([{ withdrawn: expect.stringMatching(/^excluded: canary-note/) as string }])
})

test('no hash of a hidden file is in anything that everybody may have; who may have the split finds in its archive what the manifest commits to', async () => {
  const releaseId = versions.at(-1)!
  const own = await db.sql<{ path: string; sha256: string }>(`select path, encode(sha256, 'hex') as sha256 from release_file where release_id = $1 and split = 'test'`, [releaseId])
  expect(own.map(({ path }) => path)).toEqual(expect.arrayContaining(['native/test.jsonl', 'commitments/test.json']))
  const zip = await openZip(researcher, { releaseId })
  const open = Buffer.concat([await allOf(await zip.send(0, zip.size)), Buffer.from(JSON.stringify(await readRelease(researcher, { releaseId })))])
  for (const { path, sha256 } of own) expect({ path, told: open.includes(sha256) || open.includes(Buffer.from(sha256, 'hex')) }).toEqual({ path, told: false })
  expect(await rebuildRelease(study.admin, { releaseId })).toMatchObject({ ok: true })

  const key = async (id: string) => (await db.sql<{ bytes: Buffer }>(`select c.bytes from release_chunk c join release_file f on f.id = c.file_id where f.release_id = $1 and f.path = 'commitments/test.json'`, [id]))[0]!.bytes
  expect(await key(versions[0]!)).not.toEqual(await key(releaseId))
})

test('a key that is not the one that was committed under is found by who makes the release again', async () => {
  const releaseId = versions.at(-1)!
  await db.sql('alter table release_chunk disable trigger user')
  await db.sql(`update release_chunk c set bytes = $2 from release_file f where f.id = c.file_id and f.release_id = $1 and f.path = 'commitments/test.json'`, [releaseId, Buffer.from(`{"key":"${'0'.repeat(64)}","split":"test"}\n`)])
  await db.sql('alter table release_chunk enable trigger user')
  const { files } = await rebuildRelease(study.admin, { releaseId })
  expect(files.filter(({ ok }) => !ok).map(({ path }) => path)).toEqual(['commitments/test.json'])
})

test('what formats lose is counted of the open splits alone', async () => {
  const { formats, splits } = await factsOf(versions[0]!)
  const open = splits.reduce((sum, { items, hidden }) => sum + (hidden ? 0 : items), 0)
  expect(formats.find(({ code }) => code === 'medec')!.lost).toContainEqual({ field: 'verdict', records: open })
})

test('the preview, which admins alone see, counts every split', async () => {
  const releaseId = await study.draft(hiding)
  await previewRelease(study.admin, { releaseId })
  const [row] = await db.sql<{ facts: ReleaseFacts }>('select facts from release where id = $1', [releaseId])
  const { labels, splits, agreement } = row!.facts
  const veracity = labels.filter(({ field }) => field === 'veracity')
  for (const { name, items } of splits) expect(veracity.reduce((sum, { counts }) => sum + counts[name]!, 0)).toBe(items)
  expect(agreement.of).toBe('all')
})

test('of a release with every split hidden, agreement is told in steps where enough items are in it and not at all where few are', async () => {
  const alone = { ratios: { train: 0, validation: 0, test: 1 }, hidden: ['test' as const] }
  const [few, many] = [await studyToRelease(db, { items: 6 }), await studyToRelease(db, { items: 42 })]
  const [small, large] = [await few.released(alone), await many.released(alone)]
  const told = async (of: StudyToRelease, releaseId: string) => (await readRelease(of.admin, { releaseId })).facts
  const one = await told(few, small)
  expect(one).toMatchObject({ verdicts: null, labels: [], agreement: { of: 'hidden-in-steps', readersPerItem: [{ readers: 2, items: 6 }] } })
  expect(one.agreement.measures.every(({ value, interval }) => value === null && interval === null)).toBe(true)
  expect((await told(many, large)).agreement.measures).toMatchObject([{ metric: 'percent', value: 1, interval: null }, { metric: 'alpha' }, { metric: 'span-f1' }])
})
