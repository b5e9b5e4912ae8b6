import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, type MadePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { findViewer } from './find-viewer'
import { keepPreference } from './keep-preference'
import { signIn } from './sign-in'
import { signOut } from './sign-out'

const password = 'seventeen grey herons'
const from = { address: null, agent: 'test' }

describe('a session is worth what its row says', () => {
  const db = freshDatabase()
  let person: MadePerson
  beforeAll(async () => {
    person = await makePerson({ password })
  })
  const open = async () => {
    const session = await signIn({ email: person.email, password, ...from })
    if (!session) throw new Error('not signed in')
    return session
  }

  test('an open session shows its person with the roles that they hold now', async () => {
    const session = await open()
    const { studyId } = await makeStudy()
    await addMember(studyId, person.personId, 'reader', 'admin')
    const viewer = await findViewer(session)
    expect(viewer).toMatchObject({ personId: person.personId, owner: false })
    expect([...viewer!.roles[studyId]!].sort()).toEqual(['admin', 'reader'])
  })

  test('a taste is the person’s: every session of theirs has it from the next request on, whichever browser chose it', async () => {
    const [here, elsewhere] = [await open(), await open()]
    const viewer = (await findViewer(here))!
    expect(viewer).toMatchObject({ locale: null, theme: null })
    await keepPreference(viewer, { theme: 'dark' })
    await keepPreference(viewer, { locale: 'zh-CN' })
    expect(await findViewer(elsewhere)).toMatchObject({ locale: 'zh-CN', theme: 'dark' })
    await expect(db.sql(`update person set theme = 'pink' where id = $1`, [person.personId])).rejects.toThrow(/person_theme/)
  })

  test('a revoked session is out at once, and signing out twice records it once', async () => {
    const session = await open()
    await signOut(session)
    await signOut(session)
    expect(await findViewer(session)).toBeNull()
    expect(await db.sql(`select from audit_event where kind = 'sign-out'`)).toHaveLength(1)
  })

  test('an expired session is out', async () => {
    const session = await open()
    await db.sql(`update session set expires_at = now() - interval '1 second' where id = $1`, [session.sessionId])
    expect(await findViewer(session)).toBeNull()
  })

  test('a session is nobody else’s: another person’s id with it shows nobody', async () => {
    const session = await open()
    const other = await makePerson()
    expect(await findViewer({ personId: other.personId, sessionId: session.sessionId })).toBeNull()
    expect(await findViewer({ personId: person.personId, sessionId: randomUUID() })).toBeNull()
  })

  test('`last seen` is written when it is stale, and not at every request', async () => {
    const session = await open()
    const seen = async () =>
      (await db.sql<{ last_seen_at: Date }>(`select last_seen_at from session where id = $1`, [session.sessionId]))[0]!.last_seen_at.getTime()
    await db.sql(`update session set last_seen_at = now() - interval '1 minute' where id = $1`, [session.sessionId])
    const before = await seen()
    await findViewer(session)
    expect(await seen()).toBe(before)
    await db.sql(`update session set last_seen_at = now() - interval '1 hour' where id = $1`, [session.sessionId])
    await findViewer(session)
    expect(await seen()).toBeGreaterThan(before)
  })
})
