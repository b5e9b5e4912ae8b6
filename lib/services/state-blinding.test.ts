/** The blinding statement finds what the trail and the tables beside it say against a reading, each kind by itself. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { recordEvent } from '@/lib/db/audit-events'
import { blindingExceptions, type BlindingException } from '@/lib/releases/blinding-exceptions'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { addPerson } from './add-person'
import { askAdmins } from './ask-admins'
import { beginImport, beginImportInput } from './begin-import'
import { claimSeat } from './claim-seat'
import { commitImport } from './commit-import'
import { declineSeat } from './decline-seat'
import { exportVerdicts } from './export-verdicts'
import { reopenItems } from './reopen-items'
import { stateBlinding } from './state-blinding'
import { stageImport } from './stage-import'
import { submitJudgment } from './submit-judgment'
import { bytesOf } from './testing/frozen-release'
import { studyWith } from './testing/reading-study'
import { correct } from './testing/study-to-run'

const db = freshDatabase()

/** One item with a verdict by its first reader, opened again; `reader` holds its seat and has not handed in yet. */
async function secondRound({ join, shows = false }: { join?: 'first' | ((slug: string) => Promise<Viewer>); shows?: boolean } = {}) {
  const { studyId, slug } = await makeStudy({ readersPerItem: 1 })
  const [itemId] = (await addItems(studyId, [{ text: 'Metformin is contraindicated in type 2 diabetes.' }])) as [string]
  if (shows) await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
  const person = async (role: 'admin' | 'reader') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const [admin, first] = [await person('admin'), await person('reader')]
  const old = await publishProtocol(studyId)
  await openBatch(studyId)
  const claim = async (viewer: Viewer) => (await claimSeat(viewer, { studyId, beyond: [] })).seatId!
  const handIn = (viewer: Viewer, seatId: string, protocolId: string) =>
    submitJudgment(viewer, { seatId, protocolId, clientId: randomUUID(), answer: correct, activeMs: 1_000 })
  await handIn(first, await claim(first), old)
  const protocolId = await publishProtocol(studyId)
  await reopenItems(admin, { study: slug, under: 1, reason: 'The guideline has changed.', batch: 'Again' })
  const reader = join === 'first' ? first : await (join ? join(slug) : person('reader'))
  const seatId = await claim(reader)
  const [{ externalId }] = (await db.sql<{ externalId: string }>('select external_id as "externalId" from item where id = $1', [itemId])) as [{ externalId: string }]
  const did = (kind: 'adjudication-claimed' | 'item-unsealed' | 'items-imported', detail = {}) =>
    asSystem({ reason: 'blinding-checked', actor: admin.personId, studyId }, (tx) => recordEvent(tx, { kind, actor: reader.personId, studyId, itemId, detail }))
  const stated = async ({ proved = false } = {}) => (await stateBlinding(admin, studyId, [itemId], { proved })).statement
  return { studyId, slug, itemId, externalId, admin, reader, did, stated, handIn: () => handIn(reader, seatId, protocolId) }
}
type Scene = Awaited<ReturnType<typeof secondRound>>

const release = async ({ studyId, itemId, externalId }: Scene) => {
  const [{ id }] = (await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'Earlier', '{}') returning id`, [studyId])) as [{ id: string }]
  await db.sql(
    `insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
      select $1, $2, $3, 'test', 1, v.id, '{}' from verdict v where v.item_id = $3 and v.version = 1`,
    [id, externalId, itemId],
  )
  return id
}

/** What the reader of the second round does before handing in. */
const traces: Record<Exclude<BlindingException, 'asides-before' | 'read-again-after-verdict' | 'not-on-record' | 'audit-trail-broken'>, (scene: Scene) => Promise<unknown>> = {
  'adjudicated-before': ({ did }) => did('adjudication-claimed'),
  'unsealed-before': ({ did }) => did('item-unsealed'),
  'administered-after-verdict': ({ studyId, reader }) => addMember(studyId, reader.personId, 'admin'),
  'exported-before': async ({ studyId, slug, reader }) => {
    await addMember(studyId, reader.personId, 'admin')
    await exportVerdicts(await viewerOf(reader.personId), { study: slug })
    await db.sql(`delete from membership where study_id = $1 and person_id = $2 and role = 'admin'`, [studyId, reader.personId])
  },
  // The database lets nobody download what they are judging; what was downloaded before it did is found all the same.
  'downloaded-before': async (scene) => {
    const releaseId = await release(scene)
    await db.sql('alter table download disable trigger user')
    await db.sql(`insert into download (release_id, person_id, split, path) values ($1, $2, 'test', 'native/test.jsonl')`, [releaseId, scene.reader.personId])
    await db.sql('alter table download enable trigger user')
  },
  'answered-about-before': async (scene) => {
    const [{ id }] = (await db.sql<{ id: string }>(
      `insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end") values ($1, $2, $3, 0, 3, 4, 6) returning id`,
      [await release(scene), scene.itemId, scene.externalId],
    )) as [{ id: string }]
    // Shown, then let lapse: the question itself has forgotten them.
    await db.sql('insert into span_question_seen (question_id, person_id, item_id) values ($1, $2, $3)', [id, scene.reader.personId, scene.itemId])
  },
  'imported-with-seal': async ({ studyId, itemId, did }) => {
    await db.sql(`insert into seal (item_id, content) values ($1, '{"model":"a"}')`, [itemId])
    await db.sql(`insert into import (study_id, file_name, format, state, finished_at) select $1, 'items.jsonl', 'native', 'done', created_at from item where id = $2`, [studyId, itemId])
    await did('items-imported', { file: 'items.jsonl' })
  },
}

test('nothing speaks against a reader who only read', async () => {
  const scene = await secondRound()
  await scene.handIn()
  expect(await scene.stated()).toMatchObject({ checked: { readings: 1, items: 1, readers: 1 }, exceptions: [] })
})

test.each(Object.keys(traces) as (keyof typeof traces)[])('%s is found, of this item, and nothing else', async (kind) => {
  const scene = await secondRound()
  await traces[kind](scene)
  await scene.handIn()
  expect((await scene.stated()).exceptions).toEqual([{ kind, count: 1, items: [scene.externalId], sentence: blindingExceptions[kind] }])
})

test.each(['the file with the seals', 'a correction of them'])('whoever brought %s is found, not only whoever took it in', async (brought) => {
  const { studyId, slug } = await makeStudy({ readersPerItem: 1 })
  const [brings, takes] = await Promise.all([0, 1].map(async () => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, 'admin')
    return viewerOf(personId)
  })) as [Viewer, Viewer]
  const bring = async (viewer: Viewer, model: string) => {
    const { importId } = await beginImport(viewer, beginImportInput.parse({ study: slug, fileName: `${model}.jsonl`, options: { format: { kind: 'native' } } }))
    await stageImport(viewer, { importId }, bytesOf(`{"id":"sealed-1","text":"Metformin is contraindicated in type 2 diabetes.","sealed":{"model":"${model}"}}`))
    await commitImport(takes, { importId, take: 'all', duplicates: 'skip', corrections: 'take', reason: 'It was mixed up.' })
  }
  if (brought === 'a correction of them') await bring(takes, 'wrong')
  await bring(brings, 'm')
  expect(await db.sql('select s.content from seal s join item i on i.id = s.item_id where i.study_id = $1', [studyId])).toEqual([{ content: { model: 'm' } }])
  await db.sql(`delete from membership where study_id = $1 and person_id = $2`, [studyId, brings.personId])
  await addMember(studyId, brings.personId, 'reader')
  const [reader, protocolId] = [await viewerOf(brings.personId), await publishProtocol(studyId)]
  await openBatch(studyId)
  const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
  await submitJudgment(reader, { seatId: seatId!, protocolId, clientId: randomUUID(), answer: correct, activeMs: 1_000 })
  const [item] = await db.sql<{ id: string }>('select id from item where study_id = $1', [studyId])
  expect((await stateBlinding(takes, studyId, [item!.id], { proved: false })).statement.exceptions).toMatchObject([{ kind: 'imported-with-seal', items: ['sealed-1'] }])
})

test('what somebody did after handing in speaks against nothing', async () => {
  const scene = await secondRound()
  await scene.handIn()
  for (const kind of ['adjudicated-before', 'unsealed-before', 'exported-before', 'downloaded-before'] as const) await traces[kind](scene)
  expect((await scene.stated()).exceptions).toEqual([])
})

test('an admin by the command line is found though the role was taken again', async () => {
  const scene = await secondRound({
    join: async (study) => {
      await makePerson({ owner: true })
      const roles = (['admin', 'reader'] as const).map((role) => ({ study, role }))
      const { personId } = await addPerson(null, { email: 'was-admin@example.org', owner: false, roles })
      await db.sql(`delete from membership where person_id = $1 and role = 'admin'`, [personId])
      return viewerOf(personId)
    },
  })
  await scene.handIn()
  expect((await scene.stated()).exceptions.map(({ kind }) => kind)).toEqual(['administered-after-verdict'])
})

test('somebody shown the verdict on their first reading is found where they read again', async () => {
  const [shown, unshown] = [await secondRound({ join: 'first', shows: true }), await secondRound({ join: 'first' })]
  for (const scene of [shown, unshown]) await scene.handIn()
  expect((await shown.stated()).exceptions).toMatchObject([{ kind: 'read-again-after-verdict', items: [shown.externalId] }])
  expect((await unshown.stated()).exceptions).toEqual([])
})

test('an admin is found who read what others had asked about or passed on before; nothing that came after is', async () => {
  const read = async (before: (viewer: Viewer, itemId: string, seatId: string) => Promise<unknown>, after: typeof before) => {
    const { studyId, viewers: [ann, ben], itemIds, claim, submit } = await studyWith({ k: 2 })
    await addMember(studyId, ben!.personId, 'admin')
    await before(ann!, itemIds[0]!, (await claim(ann!))!)
    const seatId = (await claim(ben!))!
    await after(ann!, itemIds[0]!, seatId)
    await submit(ben!, seatId, correct)
    return (await stateBlinding(await viewerOf(ben!.personId), studyId, itemIds, { proved: false })).statement.exceptions.map(({ kind }) => kind)
  }
  const ask = (viewer: Viewer, itemId: string) => askAdmins(viewer, { itemId, body: 'Is it really wrong?' })
  const nothing = () => Promise.resolve()
  expect(await read(ask, nothing)).toEqual(['asides-before'])
  expect(await read((viewer, _, seatId) => declineSeat(viewer, { seatId, reason: 'unreadable', note: '' }), nothing)).toEqual(['asides-before'])
  expect(await read(nothing, ask)).toEqual([])
  expect(await read(nothing, nothing)).toEqual([])
})

test('a reading that the trail does not know, and a trail that was tampered with, are said', async () => {
  const scene = await secondRound()
  await scene.handIn()
  const tampered = async (statement: string) => {
    for (const table of ['audit_event', 'audit_actor', 'audit_link']) await db.sql(`alter table ${table} disable trigger user`)
    await db.sql(statement, [scene.itemId])
    for (const table of ['audit_event', 'audit_actor', 'audit_link']) await db.sql(`alter table ${table} enable trigger user`)
  }
  await tampered(`update audit_event set kind = 'draft-kept' where kind = 'judgment-submitted' and item_id = $1`)
  expect((await scene.stated()).exceptions.map(({ kind }) => kind)).toEqual(['not-on-record'])
  expect((await scene.stated({ proved: true })).exceptions.map(({ kind }) => kind)).toEqual(['audit-trail-broken', 'not-on-record'])
})
