import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf, type MadePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { deactivatePerson } from './deactivate-person'
import { findViewer } from './find-viewer'
import { makeResetLink, makeResetLinkByEmail } from './make-reset-link'
import { openResetLink } from './open-reset-link'
import { resetPassword } from './reset-password'
import { setOwner } from './set-owner'
import { signIn } from './sign-in'

const [old, fresh] = ['seventeen grey herons', 'nineteen brown otters']
const invalid = { code: 'not-found', reason: 'reset-invalid' }
const byOwner = { code: 'conflict', reason: 'reset-by-owner' }

describe('a lost password', () => {
  const db = freshDatabase()
  let owner: MadePerson, admin: MadePerson
  let study: { studyId: string; slug: string }
  beforeAll(async () => {
    owner = await makePerson({ owner: true })
    admin = await makePerson()
    study = await makeStudy()
    await addMember(study.studyId, admin.personId, 'admin')
  })
  const reader = async () => {
    const person = await makePerson({ password: old })
    await addMember(study.studyId, person.personId, 'reader')
    return person
  }
  const link = async (maker: MadePerson, target: MadePerson) =>
    makeResetLink(await viewerOf(maker.personId), { personId: target.personId })
  const use = (token: string, password = fresh) => resetPassword({ token, password, address: null })
  const enter = (person: MadePerson, password: string) => signIn({ email: person.email, password, address: null, agent: '' })

  test('is replaced by a link that an admin of the study hands over; every session of the person ends, nobody else’s', async () => {
    const [person, other] = [await reader(), await reader()]
    const sessions = [(await enter(person, old))!, (await enter(person, old))!]
    const foreign = (await enter(other, old))!
    const { token, email } = await link(admin, person)
    expect(email).toBe(person.email)
    expect(await openResetLink({ token, address: null })).toMatchObject({ email: person.email })
    await use(token)
    for (const session of sessions) expect(await findViewer(session)).toBeNull()
    expect(await findViewer(foreign)).not.toBeNull()
    expect(await enter(person, old)).toBeNull()
    expect(await enter(person, fresh)).toMatchObject({ personId: person.personId })
  })

  test('the old one holds until the link is used, and a link that was looked at is not used', async () => {
    const person = await reader()
    const { token } = await link(admin, person)
    await openResetLink({ token, address: null })
    expect(await enter(person, old)).not.toBeNull()
  })

  test('a link is used once, however many press at the same moment, and a weak password leaves it open', async () => {
    const person = await reader()
    const { token } = await link(admin, person)
    await expect(use(token, 'short')).rejects.toMatchObject({ fields: [{ path: 'password', code: 'password-too-short' }] })
    await expect(use(token, person.email)).rejects.toMatchObject({ fields: [{ code: 'password-is-you' }] })
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => use(token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    await expect(use(token)).rejects.toMatchObject(invalid)
  })

  test('expired, used, replaced, of somebody deactivated since, and never issued get the same answer', async () => {
    const people = [await reader(), await reader(), await reader(), await reader()] as const
    const links = await Promise.all(people.map((person) => link(admin, person)))
    await db.sql(`update password_reset set expires_at = now() - interval '1 second' where person_id = $1`, [people[0].personId])
    await use(links[1]!.token)
    await link(admin, people[2])
    await deactivatePerson(await viewerOf(owner.personId), { personId: people[3].personId })
    for (const token of [...links.map(({ token }) => token), randomBytes(32).toString('base64url'), 'x', '']) {
      await expect(openResetLink({ token, address: null })).rejects.toMatchObject(invalid)
      await expect(use(token)).rejects.toMatchObject(invalid)
    }
  })

  test('nobody takes over an owner, or somebody whose work reaches beyond the studies they run: only an owner makes those links', async () => {
    const elsewhere = await makeStudy()
    const wide = await reader()
    await addMember(elsewhere.studyId, wide.personId, 'reader')
    const colleague = await makePerson({ owner: true })
    await addMember(study.studyId, colleague.personId, 'reader')
    await expect(link(admin, colleague)).rejects.toMatchObject(byOwner)
    await expect(link(admin, wide)).rejects.toMatchObject(byOwner)
    await use((await link(owner, colleague)).token)
    await use((await link(owner, wide)).token)
  })

  test('a link made while it was allowed dies when it no longer is: its person became an owner, or its maker lost the right', async () => {
    const [risen, kept] = [await reader(), await reader()]
    const second = await makePerson()
    await addMember(study.studyId, second.personId, 'admin')
    const [first, other] = [await link(admin, risen), await link(second, kept)]
    await setOwner(await viewerOf(owner.personId), { personId: risen.personId, owner: true })
    await deactivatePerson(await viewerOf(owner.personId), { personId: second.personId })
    await expect(use(first.token)).rejects.toMatchObject(invalid)
    await expect(use(other.token)).rejects.toMatchObject(invalid)
    await setOwner(await viewerOf(owner.personId), { personId: risen.personId, owner: false })
  })

  test('to readers, and to admins of other studies, nobody else exists; nobody makes a link for themselves or for somebody deactivated', async () => {
    const [person, ann] = [await reader(), await reader()]
    const stranger = await makePerson()
    await addMember((await makeStudy()).studyId, stranger.personId, 'admin')
    for (const maker of [ann, stranger]) await expect(link(maker, person)).rejects.toMatchObject({ code: 'not-found', reason: 'not-found' })
    await expect(link(admin, admin)).rejects.toMatchObject({ reason: 'reset-yourself' })
    await deactivatePerson(await viewerOf(owner.personId), { personId: person.personId })
    await expect(link(admin, person)).rejects.toMatchObject({ reason: 'reset-deactivated' })
    expect(await db.sql('select from password_reset where person_id = $1', [person.personId])).toEqual([])
  })

  test('the installation itself makes a link for anyone, its last owner too; a person from the command line only as on the page', async () => {
    await use((await makeResetLinkByEmail(null, { email: owner.email })).token)
    await expect(makeResetLinkByEmail(null, { email: 'nobody@example.org' })).rejects.toMatchObject({ reason: 'person-unknown' })
    await expect(makeResetLinkByEmail(await viewerOf(admin.personId), { email: owner.email })).rejects.toMatchObject({ reason: 'person-unknown' })
  })

  test('nobody sees a link in the database, nor could make one from what stands there, and each step is an event', async () => {
    const person = await reader()
    const { token } = await link(admin, person)
    await openResetLink({ token, address: null })
    await use(token)
    expect(await db.sqlAs(owner.personId, 'select * from password_reset')).toEqual([])
    const rows = await db.sql<{ all: string }>('select row_to_json(r)::text as all from password_reset r')
    const events = await db.sql<{ kind: string; all: string; actor: string | null }>(
      `select kind, detail::text as all, a.person_id as actor from audit_event e left join audit_actor a on a.event_id = e.id where kind like 'password-reset%' order by at`,
    )
    for (const { all } of [...rows, ...events]) expect(all).not.toContain(token)
    expect(events.slice(-3).map(({ kind, actor }) => [kind, actor])).toEqual([
      ['password-reset-made', admin.personId],
      ['password-reset-opened', null],
      ['password-reset-used', person.personId],
    ])
  })

  test('tries of links from one address, and links of one maker, are throttled; using one opens an account that guesses had shut', async () => {
    const person = await reader()
    for (let n = 0; n < 11; n++) await enter(person, 'wrong').catch(() => {})
    await expect(enter(person, old)).rejects.toMatchObject({ code: 'slow-down' })
    const address = '203.0.113.77'
    for (let n = 0; n < 60; n++) await openResetLink({ token: 'x', address }).catch(() => {})
    const busy = await makePerson()
    await addMember(study.studyId, busy.personId, 'admin')
    const { token } = await link(busy, person)
    await expect(resetPassword({ token, password: fresh, address })).rejects.toMatchObject({ code: 'slow-down' })
    for (let n = 0; n < 19; n++) await link(busy, busy).catch(() => {})
    await expect(link(busy, person)).rejects.toMatchObject({ code: 'slow-down' })
    await use(token)
    expect(await enter(person, fresh)).not.toBeNull()
  })
})
