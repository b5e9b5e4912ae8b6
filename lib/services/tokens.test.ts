import { beforeAll, expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { changePassword } from './change-password'
import { deactivatePerson } from './deactivate-person'
import { endSessions } from './end-sessions'
import { findBearer } from './find-bearer'
import { listTokens } from './list-tokens'
import { makeToken, makeTokenInput } from './make-token'
import { reactivatePerson } from './reactivate-person'
import { revokeToken } from './revoke-token'

const db = freshDatabase()
let owner: Viewer
let person: Viewer

beforeAll(async () => {
  owner = await viewerOf((await makePerson({ owner: true })).personId)
})
const freshPerson = async (password?: string) => (person = await viewerOf((await makePerson(password ? { password } : {})).personId))
const make = (viewer: Viewer, scopes: ('studies:read' | 'releases:read')[] = ['studies:read']) => makeToken(viewer, { name: 'script', scopes, days: 30 })

test('a token is its person as they stand now, within its scopes', async () => {
  const { studyId } = await makeStudy()
  const viewer = await freshPerson()
  const { secret } = await make(viewer)
  await addMember(studyId, viewer.personId, 'researcher')
  expect(await findBearer(secret)).toEqual({ viewer: { ...viewer, roles: { [studyId]: ['researcher'] } }, scopes: ['studies:read'] })
})

test('of the secret only a hash is kept, in no table and in no event anything else', async () => {
  const { secret } = await make(await freshPerson())
  expect(secret).toMatch(/^dr_[\w-]{43}$/)
  const rows = await db.sql<{ row: string }>(`select access_token::text as row from access_token union all select e::text from audit_event e`)
  expect(rows.some(({ row }) => row.includes(secret.slice(12)))).toBe(false)
})

test.each([
  ['nothing', () => ''],
  ['one that nobody made', () => `dr_${'A'.repeat(43)}`],
  ['one letter changed', (secret: string) => secret.slice(0, -2) + (secret.at(-2) === 'A' ? 'B' : 'A') + secret.at(-1)],
  ['one letter more', (secret: string) => `${secret}A`],
  ['a million letters', (secret: string) => secret.repeat(20_000)],
  ['its prefix alone', (secret: string) => secret.slice(0, 9)],
])('%s is nobody', async (_, changed) => {
  const { secret } = await make(await freshPerson())
  expect(await findBearer(changed(secret))).toBeNull()
})

test('an expired and a revoked token are nobody, and only one’s own can be revoked', async () => {
  const viewer = await freshPerson()
  const [expired, revoked] = [await make(viewer), await make(viewer)]
  await db.sql(`alter table access_token disable trigger user; update access_token set created_at = now() - interval '31 days', expires_at = now() - interval '1 second'
    where token_hash = sha256('${expired.secret}'::bytea); alter table access_token enable trigger user`)
  expect(await findBearer(expired.secret)).toBeNull()
  const id = (await listTokens(viewer)).find(({ expiresAt }) => expiresAt > new Date())!.id
  await expect(revokeToken(owner, { tokenId: id })).rejects.toMatchObject({ code: 'not-found' })
  expect(await findBearer(revoked.secret)).not.toBeNull()
  await revokeToken(viewer, { tokenId: id })
  expect(await findBearer(revoked.secret)).toBeNull()
  await expect(revokeToken(viewer, { tokenId: id })).rejects.toMatchObject({ code: 'not-found' })
  expect((await db.sql<{ kind: string }>(`select kind from audit_event where kind like 'token-%' and detail ->> 'token' = $1 order by at`, [id])).map(({ kind }) => kind)).toEqual(['token-made', 'token-revoked'])
})

test.each([
  ['a changed password', () => changePassword(person, { current: 'seventeen grey herons', password: 'eighteen white cranes', keepSessionId: crypto.randomUUID() })],
  ['signing out everywhere', () => endSessions(person, { which: 'all' })],
  ['deactivation, for good', async () => {
    await deactivatePerson(owner, { personId: person.personId })
    await reactivatePerson(owner, { personId: person.personId })
  }],
])('%s revokes every token', async (_, act) => {
  const { secret } = await make(await freshPerson('seventeen grey herons'))
  await act()
  expect(await findBearer(secret)).toBeNull()
  expect(await listTokens(person)).toEqual([])
})

test('a deactivated person’s token is nobody even where it was not revoked', async () => {
  const viewer = await freshPerson()
  const { secret } = await make(viewer)
  await db.sql(`alter table person disable trigger user; update person set deactivated_at = now() where id = '${viewer.personId}'; alter table person enable trigger user`)
  expect(await findBearer(secret)).toBeNull()
})

test('nobody sees another’s tokens, an owner neither, and nobody makes one for another', async () => {
  const viewer = await freshPerson()
  await make(viewer)
  expect(await listTokens(owner)).toEqual([])
  expect(await db.sqlAs(owner.personId, 'select id from access_token')).toEqual([])
  const forged = `insert into access_token (person_id, name, prefix, token_hash, scopes, expires_at) values ('${viewer.personId}', 'x', 'dr_', sha256('x'), '{studies:read}', now() + interval '1 day')`
  await expect(db.sqlAs(owner.personId, forged)).rejects.toThrow('row-level security')
})

test('what a token is good for never grows, and never beyond a year', async () => {
  const viewer = await freshPerson()
  await make(viewer)
  for (const change of [`scopes = '{studies:read,items:write}'`, `expires_at = expires_at + interval '1 day'`, `token_hash = sha256('known')`])
    await expect(db.sqlAs(viewer.personId, `update access_token set ${change}`)).rejects.toThrow('immutable')
  await db.sqlAs(viewer.personId, 'update access_token set revoked_at = now()')
  await expect(db.sqlAs(viewer.personId, 'update access_token set revoked_at = null')).rejects.toThrow('immutable')
  expect(makeTokenInput.safeParse({ name: 'x', scopes: ['studies:read'], days: 366 }).success).toBe(false)
  expect(makeTokenInput.safeParse({ name: 'x', scopes: ['everything'], days: 1 }).success).toBe(false)
  expect(makeTokenInput.safeParse({ name: 'x', scopes: [], days: 1 }).success).toBe(false)
})

test('one person has at most fifty good tokens, also when the last is asked for many times at once', async () => {
  const viewer = await freshPerson()
  for (let n = 0; n < 48; n++) await make(viewer)
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => make(viewer)))
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(2)
  expect(await listTokens(viewer)).toHaveLength(50)
})

test('a token’s requests are counted, and one too many is told when to come again', async () => {
  const { secret } = await make(await freshPerson())
  await findBearer(secret)
  await db.sql(`update rate_limit set points = 600 where key like 'token:%'`)
  await expect(findBearer(secret)).rejects.toMatchObject({ code: 'slow-down', values: { seconds: expect.any(Number) as number } })
})
