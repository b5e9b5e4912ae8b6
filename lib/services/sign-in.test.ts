import { fork } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { countAttempt } from '@/lib/db/rate-limits'
import { makePerson, viewerOf, type MadePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changePassword } from './change-password'
import { deactivatePerson } from './deactivate-person'
import { endSessions } from './end-sessions'
import { findViewer } from './find-viewer'
import { passwordWay } from './password-way'
import { signIn } from './sign-in'
import { signInByEmail } from './sign-in-by-email'

const password = 'seventeen grey herons'
const from = { address: null, agent: 'test' }
const attempt = (email: string, typed: string, address: string | null = null) =>
  signIn({ email, password: typed, address, agent: 'test' }).catch((error: unknown) => (error instanceof Error ? error.message : error))

describe('signing in', () => {
  const db = freshDatabase()
  let owner: MadePerson
  beforeAll(async () => {
    owner = await makePerson({ owner: true, password })
  })

  test('an unknown account, a wrong password and a deactivated person get one and the same answer, after the same work', async () => {
    const gone = await makePerson({ password })
    await deactivatePerson(await viewerOf(owner.personId), { personId: gone.personId })
    const timed = async (email: string, typed: string) => {
      const start = performance.now()
      expect(await attempt(email, typed)).toBeNull()
      return performance.now() - start
    }
    await timed('warm-up@example.org', password)
    let [unknown, wrong] = [Infinity, Infinity]
    // In turn, since a machine has slower moments.
    for (let n = 0; n < 3; n++) {
      unknown = Math.min(unknown, await timed('nobody@example.org', password))
      wrong = Math.min(wrong, await timed(owner.email, 'not the password'))
    }
    await timed(gone.email, password)
    // One argon2 either way: without the decoy the unknown account is some thirty times faster.
    expect(unknown).toBeGreaterThan(wrong / 4)
    const kinds = await db.sql<{ account: string }>(`select detail ->> 'account' as account from audit_event where kind = 'sign-in-refused'`)
    expect(kinds.map(({ account }) => account).sort()).toEqual([...Array<string>(3).fill('active'), 'deactivated', ...Array<string>(4).fill('unknown')])
  })

  test('after ten wrong passwords the right one is refused too, known account or not', async () => {
    const person = await makePerson({ password })
    for (const email of [person.email, 'nobody-at-all@example.org']) {
      for (let n = 0; n < 10; n++) expect(await attempt(email, 'wrong')).toBeNull()
      expect(await attempt(email, password)).toMatch(/^slow-down: too-many-attempts/)
    }
  })

  test('the right password clears the count', async () => {
    const person = await makePerson({ password })
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 9; n++) await attempt(person.email, 'wrong')
      expect(await attempt(person.email, password)).toMatchObject({ personId: person.personId })
    }
  })

  test('guesses in parallel from two processes share one count', async () => {
    const email = 'two-processes@example.org'
    const child = () =>
      new Promise<number>((resolve, reject) => {
        const process = fork(new URL('./testing/guess.ts', import.meta.url).pathname, [email, '8'], { execArgv: ['--import', 'tsx'] })
        process.once('message', (judged) => resolve(Number(judged)))
        process.once('error', reject)
        process.once('exit', (code) => code && reject(new Error(`exit ${code}`)))
      })
    const [first, second] = await Promise.all([child(), child()])
    expect(first + second).toBe(10)
  })

  test('one address that tries many accounts is stopped', async () => {
    for (let n = 0; n < 100; n++) await countAttempt('sign-in-address', '203.0.113.9')
    expect(await attempt(owner.email, password, '203.0.113.9')).toMatch(/^slow-down/)
    expect(await attempt(owner.email, password, '203.0.113.10')).toMatchObject({ personId: owner.personId })
  })

  test('a deactivated person’s open sessions die with them', async () => {
    const person = await makePerson({ password })
    const session = (await signIn({ email: person.email, password, ...from }))!
    await deactivatePerson(await viewerOf(owner.personId), { personId: person.personId })
    expect(await findViewer(session)).toBeNull()
  })

  test('a verified address signs in an existing active person and never makes one', async () => {
    const byEmail = (email: string, verified = true) => signInByEmail({ email, verified, provedAtMs: null, ...from })
    const person = await makePerson()
    expect(await byEmail(person.email.toUpperCase())).toMatchObject({ personId: person.personId })
    expect(await byEmail('newcomer@example.org')).toBeNull()
    expect(await byEmail(person.email, false)).toBeNull()
    expect(await db.sql(`select from person where email = 'newcomer@example.org'`)).toHaveLength(0)
    await deactivatePerson(await viewerOf(owner.personId), { personId: person.personId })
    expect(await byEmail(person.email)).toBeNull()
  })

  test('a new password needs the old one, ends every other session, and keeps this one', async () => {
    const person = await makePerson({ password })
    const here = (await signIn({ email: person.email, password, ...from }))!
    const elsewhere = (await signIn({ email: person.email, password, ...from }))!
    const viewer = await viewerOf(person.personId)
    const change = (current: string, next: string) => changePassword(viewer, { current, password: next, keepSessionId: here.sessionId })
    await expect(change('wrong', 'eighteen grey herons')).rejects.toMatchObject({ fields: [{ path: 'current', code: 'password-wrong' }] })
    await expect(change(password, 'short')).rejects.toMatchObject({ fields: [{ path: 'password', code: 'password-too-short' }] })
    expect(await findViewer(elsewhere)).not.toBeNull()
    await change(password, 'eighteen grey herons')
    expect(await findViewer(here)).not.toBeNull()
    expect(await findViewer(elsewhere)).toBeNull()
    expect(await attempt(person.email, password)).toBeNull()
    expect(await attempt(person.email, 'eighteen grey herons')).toMatchObject({ personId: person.personId })
  })

  test('a first password is set by who has shown a moment ago who they are, and by no open session; it ends every other', async () => {
    const person = await makePerson()
    const viewer = await viewerOf(person.personId)
    const minutesAgo = (minutes: number) => signInByEmail({ email: person.email, verified: true, provedAtMs: Date.now() - minutes * 60_000, ...from })
    const set = ({ sessionId }: { sessionId: string }) => changePassword(viewer, { current: '', password, keepSessionId: sessionId })
    const [old, fresh, stranger] = [(await minutesAgo(11))!, (await minutesAgo(9))!, (await signIn({ email: owner.email, password, ...from }))!]
    for (const session of [old, stranger]) await expect(set(session)).rejects.toMatchObject({ reason: 'sign-in-again' })
    expect(await passwordWay(viewer, old)).toBe('sign-in-again')
    expect(await passwordWay(viewer, fresh)).toBe('first')
    await set(fresh)
    expect(await passwordWay(viewer, fresh)).toBe('old-password')
    expect(await findViewer(fresh)).not.toBeNull()
    expect(await findViewer(old)).toBeNull()
    expect(await attempt(person.email, password)).toMatchObject({ personId: person.personId })
    const told = await db.sql<{ detail: object }>(
      `select detail from audit_event e join audit_actor a on a.event_id = e.id where kind = 'password-changed' and person_id = $1`, [person.personId])
    expect(told).toEqual([{ detail: { first: true, sessionsEnded: 1, tokensRevoked: 0 } }])
    await expect(set(fresh)).rejects.toMatchObject({ fields: [{ path: 'current', code: 'password-wrong' }] })
  })

  test('signing out everywhere ends all of one’s own sessions and nobody else’s', async () => {
    const [person, other] = [await makePerson({ password }), await makePerson({ password })]
    const sessions = [(await signIn({ email: person.email, password, ...from }))!, (await signIn({ email: person.email, password, ...from }))!]
    const foreign = (await signIn({ email: other.email, password, ...from }))!
    const viewer = await viewerOf(person.personId)
    expect(await endSessions(viewer, { which: foreign.sessionId })).toBe(0)
    expect(await endSessions(viewer, { which: 'all' })).toBe(2)
    for (const session of sessions) expect(await findViewer(session)).toBeNull()
    expect(await findViewer(foreign)).not.toBeNull()
  })

  test('no list of people can carry a hash: the application’s role sees no credential, its own included', async () => {
    expect(await db.sqlAs(owner.personId, 'select * from credential')).toEqual([])
  })
})
