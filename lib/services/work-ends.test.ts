import { beforeAll, describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { changeBatch } from './change-batch'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { deactivatePerson } from './deactivate-person'
import { saveConflicts } from './save-conflicts'
import { saveDraft } from './save-draft'
import { saveProfile } from './save-profile'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()
let owner: Viewer
beforeAll(async () => {
  owner = await viewerOf((await makePerson({ owner: true })).personId)
})
const profile = { name: 'Ann', specialties: [], languages: [], licence: '', licenceExpires: null, yearsOfPractice: null }

/** One text to be read once, in English and of one source, and Ann at it with a draft; Ben is the only other reader. */
async function annReads() {
  const { studyId, slug } = await makeStudy({ readersPerItem: 1 })
  await publishProtocol(studyId)
  const [ann, ben, admin] = [await makePerson(), await makePerson(), await makePerson()]
  for (const { personId } of [ann, ben]) await addMember(studyId, personId, 'reader')
  await addMember(studyId, admin.personId, 'admin')
  const [itemId] = await addItems(studyId, [{ text: 'Aspirin is an antibiotic.', language: 'en', source: 'Ward 3', tags: { author: ['Dr Roe', 'Dr Poe'] } }])
  const batchId = await openBatch(studyId)
  const viewer = await viewerOf(ann.personId)
  const claim = async (personId: string) => (await claimSeat(await viewerOf(personId), { studyId, beyond: [] })).seatId
  const seatId = (await claim(ann.personId))!
  await saveDraft(viewer, { itemId: itemId!, place: { kind: 'seat', id: seatId }, body: correct, base: 0, activeMs: 1 })
  return { studyId, slug, batchId, itemId: itemId!, seatId, ann: viewer, ben, admin: await viewerOf(admin.personId), claim }
}

const ways: Record<string, { by: (world: Awaited<ReturnType<typeof annReads>>) => Promise<unknown>; why: string; kind: string }> = {
  'their role is taken': { by: ({ admin, ann, slug }) => takeRole(admin, { study: slug, personId: ann.personId, role: 'reader' }), why: 'role', kind: 'role-taken' },
  'they are deactivated': { by: ({ ann }) => deactivatePerson(owner, { personId: ann.personId }), why: 'account', kind: 'person-deactivated' },
  'they state a conflict with its source': { by: ({ ann }) => saveConflicts(ann, { conflicts: [{ kind: 'source', value: 'Ward 3', note: '' }] }), why: 'conflict', kind: 'profile-changed' },
  'they state a conflict with its author': { by: ({ ann }) => saveConflicts(ann, { conflicts: [{ kind: 'person', value: 'Dr Roe', note: '' }] }), why: 'conflict', kind: 'profile-changed' },
  'they do not read its language any more': { by: ({ ann }) => saveProfile(ann, { ...profile, languages: ['zh-CN'] }), why: 'pool', kind: 'profile-changed' },
  'its batch is for others only': { by: ({ admin, slug, batchId, ben }) => changeBatch(admin, { study: slug, batchId, pool: { people: [ben.personId], specialties: [], languages: [] } }), why: 'pool', kind: 'batch-changed' },
}

describe('what a reader has in hand', () => {
  it.each(Object.entries(ways))('is free at once when %s; the draft stays, and the event says how much it was, not what', async (_, { by, why, kind }) => {
    const world = await annReads()
    expect(await world.claim(world.ben.personId)).toBeNull()
    await by(world)
    expect(await db.sql('select ended_by from hand where item_id = $1 and ended_at is not null', [world.itemId])).toEqual([{ ended_by: why }])
    expect(await db.sql('select from draft where item_id = $1 and person_id = $2', [world.itemId, world.ann.personId])).toHaveLength(1)
    expect(await db.sql(`select e.item_id, e.detail ->> 'freed' as freed from audit_event e where e.kind = $1 order by at desc limit 1`, [kind])).toEqual([{ item_id: null, freed: '1' }])
    expect(await world.claim(world.ben.personId)).toBe(world.seatId)
  })

  it('stays with them through every change that does not concern it', async () => {
    const { ann, admin, slug, batchId, seatId } = await annReads()
    await saveConflicts(ann, { conflicts: [{ kind: 'source', value: 'Ward 4', note: '' }] })
    await saveProfile(ann, { ...profile, languages: ['en-GB', 'zh-CN'], specialties: ['cardiology'] })
    await changeBatch(admin, { study: slug, batchId, pool: { people: [], specialties: ['cardiology'], languages: ['en'] }, priority: 2 })
    expect(await db.sql('select person_id from seat where id = $1', [seatId])).toEqual([{ person_id: ann.personId }])
    expect(await db.sql(`select from audit_event where detail ? 'freed' and study_id = (select study_id from batch where id = $1)`, [batchId])).toEqual([])
  })

  it('of a paused batch stays begun, whoever its pool is for, until the batch goes on', async () => {
    const { ann, ben, admin, slug, batchId, seatId } = await annReads()
    await changeBatch(admin, { study: slug, batchId, state: 'paused' })
    await changeBatch(admin, { study: slug, batchId, pool: { people: [ben.personId], specialties: [], languages: [] } })
    expect(await db.sql('select person_id from seat where id = $1', [seatId])).toEqual([{ person_id: ann.personId }])
    await changeBatch(admin, { study: slug, batchId, state: 'open' })
    expect(await db.sql('select person_id from seat where id = $1', [seatId])).toEqual([{ person_id: null }])
  })

  it('says it was left alone when another has claimed it, and nothing once it is theirs again', async () => {
    const { ann, ben, itemId, seatId, claim } = await annReads()
    const why = () => db.sql('select ended_by from hand where item_id = $1 and person_id = $2', [itemId, ann.personId])
    await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId])
    await claim(ben.personId)
    expect(await why()).toEqual([{ ended_by: 'lease' }])
    await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId])
    expect(await claim(ann.personId)).toBe(seatId)
    expect(await why()).toEqual([{ ended_by: null }])
  })
})

it('a dispute in hand is free at once too, when its adjudicator is deactivated or states a conflict', async () => {
  for (const end of [
    (judge: Viewer) => deactivatePerson(owner, { personId: judge.personId }),
    (judge: Viewer) => saveConflicts(judge, { conflicts: [{ kind: 'source', value: 'Ward 3', note: '' }] }),
    (judge: Viewer) => saveProfile(judge, { ...profile, languages: ['zh-CN'] }),
  ]) {
    const { studyId, viewers: [ann, ben], claim, submit, itemIds } = await studyWith() // prettier-ignore
    await db.sql(`update item set source = 'Ward 3', language = 'en' where id = $1`, [itemIds[0]])
    await submit(ann!, (await claim(ann!))!, correct)
    await submit(ben!, (await claim(ben!))!, wrong(span(13, 28)))
    await passGrace(studyId)
    const [judge, other] = await Promise.all([makePerson(), makePerson()])
    for (const { personId } of [judge, other]) await addMember(studyId, personId, 'adjudicator')
    const settle = async (personId: string) => (await claimDispute(await viewerOf(personId), { studyId, beyond: [] })).adjudicationId
    const adjudicationId = await settle(judge.personId)
    expect(await settle(other.personId)).toBeNull()
    await end(await viewerOf(judge.personId))
    expect(await settle(other.personId)).toBe(adjudicationId)
  }
})

it('whoever states a conflict in the midst of a claim holds nothing afterwards', async () => {
  const { studyId, ann, ben, seatId, claim } = await annReads()
  await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId])
  await claim(ben.personId)
  await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId])
  const claiming = await db.begin()
  await claiming.sql(`select set_config('app.viewer_id', $1, true)`, [ann.personId])
  await claiming.sql(`select claim_seat($1, $2, interval '30 minutes')`, [ann.personId, studyId])
  const stated = saveConflicts(ann, { conflicts: [{ kind: 'source', value: 'Ward 3', note: '' }] })
  await expect.poll(() => db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).toHaveLength(1)
  await claiming.commit()
  await stated
  expect(await db.sql('select from seat where person_id = $1', [ann.personId])).toEqual([])
})
