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

test('whoever may not read what an item turns out to be holds it no longer, and whoever holds another keeps it', async () => {
  const { admin, studyId, stage } = await imported()
  const protocolId = await publishProtocol(studyId)
  const [one, other] = ['a', 'b'].map((id) => ({ id, text: id, language: 'en' }))
  await commitImport(admin, { importId: (await stage(native(one!, other!))).importId, take: 'all', duplicates: 'skip' })
  await openBatch(studyId)
  const { personId } = await makePerson({ languages: ['en'] })
  await addMember(studyId, personId, 'reader')
  await db.sql(`insert into conflict_of_interest (person_id, kind, value) values ($1, 'person', 'Dr. Gu')`, [personId])
  const reader = await viewerOf(personId)
  const first = await claimSeat(reader, { studyId, beyond: [] })
  await claimSeat(reader, { studyId, beyond: [first.seatId!] })
  const held = () => db.sql<{ id: string }>(`select i.external_id as id from seat s join item i on i.id = s.item_id where s.person_id = $1 order by 1`, [personId])
  expect(await held()).toEqual([{ id: 'a' }, { id: 'b' }])

  const { importId } = await stage(native({ ...one!, tags: { author: 'Dr. Gu' } }))
  const seatOf = async (id: string) => (await db.sql<{ id: string }>(`select s.id from seat s join item i on i.id = s.item_id where s.person_id = $1 and i.external_id = $2`, [personId, id]))[0]!.id
  // Whoever hands it in while the correction is not yet committed waits, and comes too late.
  const late: Promise<unknown>[] = []
  const finish = async () => {
    const submission = submitJudgment(reader, { seatId: await seatOf('a'), protocolId, clientId: randomUUID(), answer: correct, activeMs: 1 })
    late.push(submission.catch((error: unknown) => error))
    await vi.waitUntil(async () => (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0, { timeout: 10_000 })
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
