/** A file that comes in again with other words about items that are here. */
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { beginImport } from './begin-import'
import { claimSeat } from './claim-seat'
import { commitImport } from './commit-import'
import { importOptions } from './import-options'
import { readImport } from './read-import'
import { readItem } from './read-item'
import { stageImport } from './stage-import'
import { submitJudgment } from './submit-judgment'
import { correct } from './testing/reading-study'

const db = freshDatabase()

async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text)
}
const native = (...records: object[]) => records.map((record) => JSON.stringify(record)).join('\n') + '\n'

/** A study and whoever brings files into it. */
async function imported() {
  const { studyId, slug } = await makeStudy()
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'admin')
  const admin = await viewerOf(personId)
  const stage = async (file: string, viewer = admin) => {
    const { importId } = await beginImport(viewer, { study: slug, fileName: 'notes.jsonl', options: importOptions.parse({ format: { kind: 'native' } }) })
    return { importId, counts: await stageImport(viewer, { importId }, bytesOf(file)) }
  }
  return { admin, studyId, slug, stage }
}

test('a file that says something else of items that are here is told by row and field and changes nothing, unless their corrections are taken', async () => {
  const { admin, studyId, slug, stage } = await imported()
  const one = { id: 'a', text: 'one', language: 'en', specialty: 'cardiology', source: 'north', licence: 'CC0-1.0', tags: { ward: '1' }, sealed: { label: 'canary-1' } }
  const [two, three, four] = ['b', 'c', 'd'].map((id) => ({ ...one, id, text: id }))
  const file = native(one, two!, three!, four!)
  await commitImport(admin, { importId: (await stage(file)).importId, take: 'all', duplicates: 'skip' })
  const rows = () => db.sql<Record<string, unknown>>(
    `select external_id, language, specialty, source, licence, tags, s.content as sealed from item i join seal s on s.item_id = i.id where study_id = $1 order by 1`, [studyId]) // prettier-ignore
  const before = await rows()
  const corrected = { ...one, specialty: 'neurology', source: 'south', licence: 'MIT', tags: { ward: '2' }, sealed: { label: 'canary-2' } }
  const again = native(corrected, { ...corrected, id: 'b', text: 'b' }, { ...corrected, id: 'c', text: 'c' }, { id: 'd', text: 'd' })
  const fields = ['specialty', 'source', 'licence', 'tags', 'sealed']
  const preview = async (viewer: Viewer, importId: string) => (await readImport(viewer, { study: slug, importId })).differing.map(({ line, differs }) => [line, differs])

  const left = await stage(again)
  expect(left.counts).toMatchObject({ fresh: 0, known: 4, differing: 3 })
  expect(await preview(admin, left.importId)).toEqual([1, 2, 3].map((line) => [line, fields]))
  expect(await commitImport(admin, { importId: left.importId, take: 'all', duplicates: 'skip' })).toMatchObject({ imported: 0, known: 4, corrected: 0 })
  expect(await rows()).toEqual(before)

  // Whether what is sealed is the same is told to nobody who does not know it.
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'admin')
  const other = await viewerOf(personId)
  const { importId: guess } = await stage(again, other)
  expect(await preview(other, guess)).toEqual([1, 2, 3].map((line) => [line, fields.slice(0, 4)]))

  // One that is being read, one that is closed; and of each what may still change.
  await openBatch(studyId, { itemIds: (await db.sql<{ id: string }>(`select id from item where study_id = $1 and external_id in ('b', 'c')`, [studyId])).map(({ id }) => id) })
  await db.sql(`update item set stage = 'closed' where study_id = $1 and external_id = 'c'`, [studyId])
  const { importId } = await stage(again)
  expect(await commitImport(admin, { importId, take: 'all', duplicates: 'skip', corrections: 'take' })).toMatchObject({ imported: 0, corrected: 2 })
  const taken = { source: 'south', tags: { ward: '2' } }
  expect(await rows()).toEqual([{ ...before[0], ...taken, specialty: 'neurology' }, { ...before[1], ...taken }, before[2], before[3]])
  expect(await db.sql(`select i.external_id as id from audit_event e join item i on i.id = e.item_id where e.study_id = $1 and e.kind = 'item-corrected' order by 1`, [studyId])).toEqual([{ id: 'a' }, { id: 'b' }])
})

test('no correction is taken of what a release holds, and none while one is being frozen', async () => {
  const { admin, studyId, stage } = await imported()
  const [one, other] = ['a', 'b'].map((id) => ({ id, text: id, source: 'north' }))
  await commitImport(admin, { importId: (await stage(native(one!, other!))).importId, take: 'all', duplicates: 'skip' })
  const release = async (state: string) =>
    (await db.sql<{ id: string }>(`insert into release (study_id, title, recipe, state) values ($1, 'R', '{}', $2::release_state) returning id`, [studyId, state]))[0]!.id
  await db.sql(
    `insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) select $1, external_id, id, 'test', 1, 'Wrong.' from item where study_id = $2 and external_id = 'a'`,
    [await release('draft'), studyId],
  )
  const { importId } = await stage(native({ ...one!, source: 'south' }, { ...other!, source: 'south' }))
  const take = () => commitImport(admin, { importId, take: 'all', duplicates: 'skip', corrections: 'take' })
  const freezing = await release('freezing')
  await expect(take()).rejects.toMatchObject({ reason: 'release-at-work' })
  await db.sql(`update release set state = 'draft' where id = $1`, [freezing])
  expect(await take()).toMatchObject({ corrected: 1 })
  expect(await db.sql('select source from item where study_id = $1 order by external_id', [studyId])).toEqual([{ source: 'north' }, { source: 'south' }])
})

test.each([
  ['of', { kind: 'source', value: 'Ward 3' }, { source: ' Ward 3' }],
  ['by', { kind: 'person', value: 'Dr. Gu' }, { tags: { author: 'Dr. Gu\u00a0' } }],
] as const)('whoever may not read what turns out to be %s whom they named holds it no longer, and whoever holds another keeps it', async (_, { kind, value }, said) => {
  const { admin, studyId, stage } = await imported()
  const protocolId = await publishProtocol(studyId)
  const [one, other] = ['a', 'b'].map((id) => ({ id, text: id, language: 'en' }))
  await commitImport(admin, { importId: (await stage(native(one!, other!))).importId, take: 'all', duplicates: 'skip' })
  await openBatch(studyId)
  const { personId } = await makePerson({ languages: ['en'] })
  await addMember(studyId, personId, 'reader')
  await db.sql(`insert into conflict_of_interest (person_id, kind, value) values ($1, $2, $3)`, [personId, kind, value])
  const reader = await viewerOf(personId)
  const first = await claimSeat(reader, { studyId, beyond: [] })
  await claimSeat(reader, { studyId, beyond: [first.seatId!] })
  const held = () => db.sql<{ id: string }>(`select i.external_id as id from seat s join item i on i.id = s.item_id where s.person_id = $1 order by 1`, [personId])
  expect(await held()).toEqual([{ id: 'a' }, { id: 'b' }])

  const { importId } = await stage(native({ ...one!, ...said }))
  const seatOf = async (id: string) => (await db.sql<{ id: string }>(`select s.id from seat s join item i on i.id = s.item_id where s.person_id = $1 and i.external_id = $2`, [personId, id]))[0]!.id
  // Whoever hands it in while the correction is not yet committed waits, and comes too late.
  const late: Promise<unknown>[] = []
  const finish = async () => {
    const submission = submitJudgment(reader, { seatId: await seatOf('a'), protocolId, clientId: randomUUID(), answer: correct, activeMs: 1 })
    late.push(submission.catch((error: unknown) => error))
    await vi.waitUntil(async () => (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0, { timeout: 60_000 })
  }
  await commitImport(admin, { importId, take: 'all', duplicates: 'skip', corrections: 'take' }, { progress: async () => {}, finish })
  expect(await Promise.all(late)).toMatchObject([{ reason: 'seat-gone' }])
  expect(await held()).toEqual([{ id: 'b' }])
  expect(await db.sql(`select detail ->> 'freed' as freed from audit_event where study_id = $1 and kind = 'items-imported' order by at desc limit 1`, [studyId])).toEqual([{ freed: '1' }])
  expect(await db.sql(`select ended_by from hand where person_id = $1 and ended_at is not null`, [personId])).toEqual([{ ended_by: 'conflict' }])
})

test('of an item that a file has twice the last row is heard, also where it agrees with what is here', async () => {
  const { admin, studyId, stage } = await imported()
  const one = { id: 'a', text: 'one', source: 'north' }
  await commitImport(admin, { importId: (await stage(native(one))).importId, take: 'all', duplicates: 'skip' })
  const { importId } = await stage(native({ ...one, source: 'south' }, one))
  expect(await commitImport(admin, { importId, take: 'all', duplicates: 'skip', corrections: 'take' })).toMatchObject({ corrected: 0 })
  expect(await db.sql('select source from item where study_id = $1', [studyId])).toEqual([{ source: 'north' }])
})

test('whoever brought a file in knows what it seals, also where another confirmed it', async () => {
  const { admin, studyId, slug, stage } = await imported()
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'admin')
  const other = await viewerOf(personId)
  const one = { id: 'a', text: 'one', sealed: { label: 'x' } }
  await commitImport(other, { importId: (await stage(native(one))).importId, take: 'all', duplicates: 'skip' })
  const { importId } = await stage(native({ ...one, sealed: { label: 'y' } }))
  expect((await readImport(admin, { study: slug, importId })).differing).toMatchObject([{ line: 1, differs: ['sealed'] }])
})

test('with a reason what is closed, released and sealed is corrected too; what was said before stays on record, and frozen records as they are', async () => {
  const { admin, studyId, slug, stage } = await imported()
  const one = { id: 'a', text: 'one', language: 'en', specialty: 'cardiology', source: 'north', group: 'g', tags: { ward: '1' }, sealed: { model: 'X' } }
  const [two, bare] = [{ ...one, id: 'b', text: 'two' }, { id: 'c', text: 'three' }]
  await commitImport(admin, { importId: (await stage(native(one, two, bare))).importId, take: 'all', duplicates: 'skip' })
  await openBatch(studyId)
  await db.sql(`update item set stage = 'closed', staged_at = now() - interval '1 day' where study_id = $1 and external_id <> 'b'`, [studyId])
  const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'R', '{}') returning id`, [studyId])
  await db.sql(`insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) select $1, external_id, id, 'test', 1, 'as it was' from item where study_id = $2 and external_id = 'a'`, [release!.id, studyId])

  const says = { specialty: 'neurology', source: 'south', group: 'h', tags: { ward: '2' }, sealed: { model: 'Y' } }
  const file = native({ ...one, ...says }, { ...two, ...says }, { ...bare, sealed: { model: 'Z' } })
  // Another admin, who may see what is closed and knows nothing of what is open.
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'admin')
  const other = await viewerOf(personId)
  const rows = () => db.sql<Record<string, unknown>>(
    `select external_id as id, specialty, source, group_key as group, tags, s.content as sealed from item i left join seal s on s.item_id = i.id where study_id = $1 order by 1`, [studyId]) // prettier-ignore
  const { importId } = await stage(file, other)
  expect((await readImport(other, { study: slug, importId })).differing.map(({ differs }) => differs?.includes('sealed'))).toEqual([true, false, true])
  expect(await commitImport(other, { importId, take: 'all', duplicates: 'skip', corrections: 'take', reason: 'Mixed up.' })).toMatchObject({ imported: 0, corrected: 3 })
  const { id: _a, text: _t, language: _l, ...was } = one
  expect(await rows()).toEqual([{ id: 'a', ...says }, { id: 'b', ...says, specialty: was.specialty, sealed: was.sealed }, { id: 'c', specialty: null, source: null, group: null, tags: {}, sealed: { model: 'Z' } }])

  expect(await db.sql(`select i.external_id as id, e.detail from audit_event e join item i on i.id = e.item_id where e.study_id = $1 and e.kind = 'item-corrected' order by 1`, [studyId])).toMatchObject([
    { id: 'a', detail: { reason: 'Mixed up.', sealed: true, source: { from: 'north', to: 'south' }, specialty: { from: 'cardiology', to: 'neurology' }, tags: { from: { ward: '1' }, to: { ward: '2' } } } },
    { id: 'b', detail: { reason: 'Mixed up.', group: { from: 'g', to: 'h' } } },
    { id: 'c', detail: { reason: 'Mixed up.', sealed: true } },
  ])
  const kept = await db.sql<{ id: string; content: unknown }>(`select i.external_id as id, v.content, v.reason from seal_version v join item i on i.id = v.item_id where i.study_id = $1 order by 1`, [studyId])
  expect(kept).toEqual([{ id: 'a', content: { model: 'X' }, reason: 'Mixed up.' }, { id: 'c', content: null, reason: 'Mixed up.' }])
  expect(await db.sql('select withdrawn from release_item where release_id = $1', [release!.id])).toEqual([{ withdrawn: 'as it was' }])

  const [item] = await db.sql<{ id: string }>(`select id from item where study_id = $1 and external_id = 'a'`, [studyId])
  expect(await readItem(admin, { study: slug, itemId: item!.id })).toMatchObject({ seal: { model: 'Y' }, earlierSeals: [{ version: 1, content: { model: 'X' }, reason: 'Mixed up.' }] })
  await expect(db.sql(`update seal set content = '{}' where item_id = $1`, [item!.id])).rejects.toThrow('seal is immutable')
  await expect(db.sql(`delete from seal_version`)).rejects.toThrow('immutable')
  // Whoever brought in what is sealed now knows it, as those do who brought it in first.
  const [found] = await db.sql<{ at: boolean }>(`select v.replaced_at = m.finished_at as at from seal_version v, import m where m.id = $1 and v.item_id = $2`, [importId, item!.id])
  expect(found).toEqual({ at: true })
})
