import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { recordEvent } from '@/lib/db/audit-events'
import { addItems, addMember, makePerson, makeStudy, viewerOf, type MadePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { deactivatePerson } from './deactivate-person'
import { giveRole } from './give-role'
import { listEvents } from './list-events'
import { listPeople } from './list-people'
import { listStudyPeople } from './list-study-people'
import { reactivatePerson } from './reactivate-person'
import { setOwner } from './set-owner'
import { takeRole } from './take-role'

const unknown = { code: 'not-found', reason: 'not-found' }

describe('who may make whom what', () => {
  const db = freshDatabase()
  let owner: MadePerson, admin: MadePerson, reader: MadePerson, stranger: MadePerson
  let mine: { studyId: string; slug: string }, theirs: { studyId: string; slug: string }
  let adminViewer: Viewer, ownerViewer: Viewer
  beforeAll(async () => {
    ;[owner, admin, reader, stranger] = [await makePerson({ owner: true }), await makePerson(), await makePerson(), await makePerson()]
    ;[mine, theirs] = [await makeStudy(), await makeStudy()]
    await addMember(mine.studyId, admin.personId, 'admin')
    await addMember(mine.studyId, reader.personId, 'reader')
    await addMember(theirs.studyId, stranger.personId, 'admin')
    ;[adminViewer, ownerViewer] = [await viewerOf(admin.personId), await viewerOf(owner.personId)]
  })

  test('an admin gives and takes roles of their study; each is in the audit once', async () => {
    const input = { study: mine.slug, personId: reader.personId, role: 'adjudicator' as const }
    await giveRole(adminViewer, input)
    await giveRole(adminViewer, input)
    expect((await viewerOf(reader.personId)).roles[mine.studyId]).toContain('adjudicator')
    await takeRole(adminViewer, input)
    await takeRole(adminViewer, input)
    expect((await viewerOf(reader.personId)).roles[mine.studyId]).toEqual(['reader'])
    const events = await db.sql<{ kind: string }>(`select kind from audit_event where study_id = $1 and kind like 'role-%' order by at`, [mine.studyId])
    expect(events.map(({ kind }) => kind)).toEqual(['role-given', 'role-taken'])
  })

  test('the trail calls whom a role was given by their name, and nobody by name beside an item', async () => {
    const given = async () => (await listEvents(adminViewer, { study: mine.slug, kind: 'role-given', zone: 'UTC' })).events
    expect((await given()).map(({ named }) => named)).toEqual([{ personId: reader.name }])
    const [itemId] = await addItems(mine.studyId, 1)
    const event = { kind: 'role-given', actor: null, studyId: mine.studyId, itemId: itemId!, detail: { personId: reader.personId, release: 'none of the ids' } } as const
    await asSystem({ reason: 'demo-world-made', actor: null }, (tx) => recordEvent(tx, event))
    expect((await given()).map(({ named }) => named)).toEqual([{}, { personId: reader.name }])
  })

  test('a person is found by name whether its marks were typed as characters of their own or not', async () => {
    const { personId } = await makePerson({ name: 'Zoë Quéré'.normalize('NFD') })
    await addMember(mine.studyId, personId, 'reader')
    for (const form of ['NFC', 'NFD'])
      expect((await listStudyPeople(adminViewer, { study: mine.slug, find: 'quéré'.normalize(form), page: 1 })).members).toMatchObject([{ personId }])
  })

  test('another study does not exist for an admin, nor does a person outside their studies', async () => {
    await expect(giveRole(adminViewer, { study: theirs.slug, personId: admin.personId, role: 'admin' })).rejects.toMatchObject(unknown)
    await expect(takeRole(adminViewer, { study: theirs.slug, personId: stranger.personId, role: 'admin' })).rejects.toMatchObject(unknown)
    await expect(giveRole(adminViewer, { study: mine.slug, personId: stranger.personId, role: 'reader' })).rejects.toMatchObject(unknown)
    await expect(listStudyPeople(adminViewer, { study: theirs.slug, find: '', page: 1 })).rejects.toMatchObject(unknown)
  })

  test('a role claimed but not held opens nothing: row security refuses what a forged viewer asks', async () => {
    const forged: Viewer = { personId: admin.personId, owner: true, roles: { [theirs.studyId]: ['admin'] } }
    await expect(giveRole(forged, { study: theirs.slug, personId: admin.personId, role: 'admin' })).rejects.toMatchObject(unknown)
    await expect(setOwner(forged, { personId: admin.personId, owner: true })).rejects.toMatchObject(unknown)
    await expect(deactivatePerson(forged, { personId: owner.personId })).rejects.toMatchObject(unknown)
  })

  test('neither a reader nor an admin makes owners, deactivates people or lists everyone', async () => {
    for (const viewer of [adminViewer, await viewerOf(reader.personId)]) {
      await expect(setOwner(viewer, { personId: viewer.personId, owner: true })).rejects.toMatchObject(unknown)
      await expect(deactivatePerson(viewer, { personId: reader.personId })).rejects.toMatchObject(unknown)
      await expect(reactivatePerson(viewer, { personId: reader.personId })).rejects.toMatchObject(unknown)
      await expect(listPeople(viewer)).rejects.toMatchObject(unknown)
    }
    await expect(listStudyPeople(await viewerOf(reader.personId), { study: mine.slug, find: '', page: 1 })).rejects.toMatchObject(unknown)
  })

  test('the last admin stays, even when two admins remove each other at once', async () => {
    await expect(takeRole(adminViewer, { study: mine.slug, personId: admin.personId, role: 'admin' })).rejects.toMatchObject({ reason: 'last-admin' })
    await giveRole(adminViewer, { study: mine.slug, personId: reader.personId, role: 'admin' })
    const take = async (by: MadePerson, from: MadePerson) => takeRole(await viewerOf(by.personId), { study: mine.slug, personId: from.personId, role: 'admin' })
    const outcomes = await Promise.allSettled([take(admin, reader), take(reader, admin)])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.sql(`select from membership where study_id = $1 and role = 'admin'`, [mine.studyId])).toHaveLength(1)
  })

  test('the last owner stays, and nobody deactivates themselves', async () => {
    await expect(setOwner(ownerViewer, { personId: owner.personId, owner: false })).rejects.toMatchObject({ reason: 'last-owner' })
    await expect(deactivatePerson(ownerViewer, { personId: owner.personId })).rejects.toMatchObject({ reason: 'not-yourself' })
    const second = await makePerson()
    await setOwner(ownerViewer, { personId: second.personId, owner: true })
    const outcomes = await Promise.allSettled([
      deactivatePerson(ownerViewer, { personId: second.personId }),
      deactivatePerson({ ...ownerViewer, personId: second.personId }, { personId: owner.personId }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.sql(`select from person where owner and deactivated_at is null`)).toHaveLength(1)
  })

  test('an address with a character that no name can hold is the address of nothing', async () => {
    await expect(listStudyPeople(adminViewer, { study: 'a\0b', find: '', page: 1 })).rejects.toMatchObject(unknown)
  })

  test('a study of many people is shown a page at a time; whom one looks for is found on the first', async () => {
    const { studyId, slug } = await makeStudy()
    await addMember(studyId, admin.personId, 'admin')
    await db.sql(
      `with made as (insert into person (email, name) select 'many-' || n || '@example.org', 'Reader ' || n from generate_series(1, 120) n returning id)
       insert into membership (study_id, person_id, role) select $1, id, 'reader' from made`,
      [studyId],
    )
    const viewer = await viewerOf(admin.personId)
    const list = (page: number, find = '') => listStudyPeople(viewer, { study: slug, find, page })
    const pages = [await list(1), await list(2), await list(3)]
    expect(pages.map(({ members }) => members.length)).toEqual([50, 50, 21])
    expect(new Set(pages.flatMap(({ members }) => members.map(({ personId }) => personId))).size).toBe(121)
    expect(await list(1, 'reader 117')).toMatchObject({ pages: 1, total: 1, members: [{ email: 'many-117@example.org' }] })
    expect((await list(9, '%')).members).toEqual([])
  })
})
