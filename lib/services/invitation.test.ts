import { randomBytes } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf, type MadePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { acceptInvitation } from './accept-invitation'
import { deactivatePerson } from './deactivate-person'
import { invitePerson } from './invite-person'
import { joinByInvitation } from './join-by-invitation'
import { listPeople } from './list-people'
import { openInvitation } from './open-invitation'
import { revokeInvitation } from './revoke-invitation'
import { setOwner } from './set-owner'
import { signIn } from './sign-in'
import { takeRole } from './take-role'

const password = 'seventeen grey herons'
const invalid = { code: 'not-found', reason: 'invitation-invalid' }

describe('invitations', () => {
  const db = freshDatabase()
  let [owner, admin]: MadePerson[] = []
  let study: { studyId: string; slug: string }
  beforeAll(async () => {
    owner = await makePerson({ owner: true })
    admin = await makePerson({ name: 'Ada' })
    study = await makeStudy({ name: 'Letters' })
    await addMember(study.studyId, admin.personId, 'admin')
  })
  const invite = async (email: string, rest: Partial<Parameters<typeof invitePerson>[1]> = {}) =>
    invitePerson(await viewerOf(admin!.personId), { email, name: '', study: study.slug, roles: ['reader'], owner: false, days: 7, ...rest })
  const accept = (token: string) => acceptInvitation({ token, name: 'New Reader', password, locale: 'en', address: null })

  test('the link shows who invites to what; accepting makes the account with its roles and its password', async () => {
    const { token } = await invite('new@example.org', { roles: ['reader', 'adjudicator'] })
    expect(await openInvitation({ token, address: null })).toMatchObject({
      email: 'new@example.org', inviter: 'Ada', study: 'Letters', roles: ['reader', 'adjudicator'], known: false,
    })
    await accept(token)
    const session = await signIn({ email: 'new@example.org', password, address: null, agent: '' })
    expect((await viewerOf(session!.personId)).roles[study.studyId]?.toSorted()).toEqual(['adjudicator', 'reader'])
  })

  test('the database holds no token: the link cannot be made from what stands there', async () => {
    const { token } = await invite('hash@example.org')
    const rows = await db.sql<{ all: string }>(`select row_to_json(i)::text as all from invitation i where email = 'hash@example.org'`)
    const events = await db.sql<{ all: string }>(`select detail::text as all from audit_event`)
    for (const { all } of [...rows, ...events]) expect(all).not.toContain(token)
  })

  test('expired, used, withdrawn, for a deactivated person and never issued get the same answer', async () => {
    const [expired, used, withdrawn, shut] = [await invite('e@example.org'), await invite('u@example.org'), await invite('w@example.org'), await invite('d@example.org')]
    await db.sql(`update invitation set expires_at = now() - interval '1 second' where email = 'e@example.org'`)
    await accept(used.token)
    const [row] = await db.sql<{ id: string }>(`select id from invitation where email = 'w@example.org'`)
    await revokeInvitation(await viewerOf(admin!.personId), { invitationId: row!.id })
    const person = await makePerson({ email: 'd@example.org' })
    await deactivatePerson(await viewerOf(owner!.personId), { personId: person.personId })
    for (const token of [expired.token, used.token, withdrawn.token, shut.token, randomBytes(32).toString('base64url'), 'x', '']) {
      await expect(openInvitation({ token, address: null })).rejects.toMatchObject(invalid)
      await expect(accept(token)).rejects.toMatchObject(invalid)
      await expect(joinByInvitation(await viewerOf(owner!.personId), { token })).rejects.toMatchObject(invalid)
    }
  })

  test('made by somebody who may no longer invite is void for everybody, and the list says so', async () => {
    const [ada, ben] = [await makePerson({ owner: true }), await makePerson()]
    await addMember(study.studyId, ben.personId, 'admin')
    const made = async (by: MadePerson, email: string, more: Partial<Parameters<typeof invitePerson>[1]> = {}) =>
      (await invitePerson(await viewerOf(by.personId), { email, name: '', study: study.slug, roles: ['admin'], owner: false, days: 60, ...more })).token
    const outside = { study: null, roles: [], owner: true }
    const tokens = [await made(ada, 'second-1@example.org', outside), await made(ada, 'second-2@example.org'), await made(ben, 'second-3@example.org')]
    const voids = async () =>
      (await listPeople(await viewerOf(owner!.personId))).invitations.filter(({ email }) => email.startsWith('second-')).map(({ isVoid }) => isVoid)
    for (const token of tokens) expect(await openInvitation({ token, address: null })).toBeDefined()
    expect(await voids()).toEqual([false, false, false])
    await deactivatePerson(await viewerOf(owner!.personId), { personId: ada.personId })
    await takeRole(await viewerOf(owner!.personId), { study: study.slug, personId: ben.personId, role: 'admin' })
    expect(await voids()).toEqual([true, true, true])
    for (const token of tokens) {
      await expect(openInvitation({ token, address: null })).rejects.toMatchObject(invalid)
      await expect(accept(token)).rejects.toMatchObject(invalid)
    }
    // An owner no longer, but an admin of the study: to it they may invite still, and nobody to be an owner.
    const eve = await makePerson({ owner: true })
    await addMember(study.studyId, eve.personId, 'admin')
    const [asOwner, toStudy] = [await made(eve, 'second-4@example.org', outside), await made(eve, 'second-5@example.org')]
    await setOwner(await viewerOf(owner!.personId), { personId: eve.personId, owner: false })
    await expect(accept(asOwner)).rejects.toMatchObject(invalid)
    await accept(toStudy)
  })

  test('one link is accepted once, however many press at the same moment', async () => {
    const { token } = await invite('race@example.org')
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => accept(token)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db.sql(`select from person where email = 'race@example.org'`)).toHaveLength(1)
  })

  test('an address that has an account joins by signing in as that very person, and only so', async () => {
    const known = await makePerson({ email: 'known@example.org' })
    const { token } = await invite('Known@example.org'.toLowerCase())
    expect(await openInvitation({ token, address: null })).toMatchObject({ known: true })
    await expect(accept(token)).rejects.toMatchObject(invalid)
    await expect(joinByInvitation(await viewerOf(owner!.personId), { token })).rejects.toMatchObject(invalid)
    await joinByInvitation(await viewerOf(known.personId), { token })
    expect((await viewerOf(known.personId)).roles[study.studyId]).toEqual(['reader'])
  })

  test('a weak password leaves the invitation open', async () => {
    const { token } = await invite('weak@example.org')
    await expect(acceptInvitation({ token, name: 'W', password: 'short', locale: 'en', address: null })).rejects.toMatchObject({ code: 'invalid' })
    await accept(token)
  })

  test('a study admin invites neither owners, nor outside a study, nor to another study', async () => {
    const other = await makeStudy()
    await expect(invite('o@example.org', { owner: true })).rejects.toMatchObject({ code: 'not-found' })
    await expect(invite('o@example.org', { study: null, roles: [] })).rejects.toMatchObject({ code: 'not-found' })
    await expect(invite('o@example.org', { study: other.slug })).rejects.toMatchObject({ code: 'not-found' })
    expect(await db.sql(`select from invitation where email = 'o@example.org'`)).toHaveLength(0)
  })

  test('an admin withdraws invitations of their own studies only', async () => {
    const other = await makeStudy()
    await invitePerson(await viewerOf(owner!.personId), { email: 'f@example.org', name: '', study: other.slug, roles: ['admin'], owner: false, days: 7 })
    const [row] = await db.sql<{ id: string }>(`select id from invitation where email = 'f@example.org'`)
    await expect(revokeInvitation(await viewerOf(admin!.personId), { invitationId: row!.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('guesses leave no trace in the audit, so they cannot fill it; an invitation that was found does', async () => {
    const opened = async () => (await db.sql(`select from audit_event where kind = 'invitation-opened'`)).length
    const before = await opened()
    await openInvitation({ token: randomBytes(32).toString('base64url'), address: null }).catch(() => {})
    expect(await opened()).toBe(before)
    await openInvitation({ token: (await invite('t@example.org')).token, address: null })
    expect(await opened()).toBe(before + 1)
  })
})
