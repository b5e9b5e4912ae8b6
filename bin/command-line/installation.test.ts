/** A study from its first owner to its first batch by the command line alone, and what an installation can prove and keep of itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '@/lib/services/sign-in'
import { addMember, makeStudy, publishProtocol } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { onAnotherDatabase } from '@/prisma/testing/on-another-database'
import { onDatabase, templateName } from '@/prisma/testing/template'
import { doubleread, type Ended } from '../testing/doubleread'

const db = freshDatabase()
const serverUrl = process.env['DATABASE_URL']!
const folder = mkdtempSync(path.join(tmpdir(), 'installation-'))
afterAll(() => rmSync(folder, { recursive: true }))
beforeAll(() => void (process.env['DATABASE_URL'] = db.ownerUrl))

const owner = 'li@example.org'
const as = ['--json', '--as', owner]
/** What the verbs say that is looked at here. */
type Said = { email: string; password: string; link: string; rows: number; ok: boolean; head: { position: string; hash: string } }
/** Exactly one document, or this throws. */
const documentOf = ({ code, out, err }: Ended): Said => {
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out) as Said
}
const rows = (...texts: string[]) => texts.map((text, at) => JSON.stringify({ id: `n${at + 1}`, text })).join('\n')
let slug = ''

test('the first person is an owner, with a password that opens a session and is nobody else’s to choose', async () => {
  expect(await doubleread(['user', 'add', owner])).toMatchObject({ code: 2, out: '' })
  expect(await doubleread(['user', 'add', 'ana@example.org', '--role', 'no-study:reader'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/\S/) })
  const { email, password } = documentOf(await doubleread(['user', 'add', 'Li@Example.org', '--role', 'owner', '--name', 'Li Wei', '--json']))
  expect(email).toBe(owner)
  expect(await signIn({ email, password, address: null, agent: '' })).toMatchObject({ personId: expect.any(String) })
  expect(await doubleread(['user', 'add', owner, '--owner'])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/address/) })
  const study = await makeStudy({})
  slug = study.slug
  await publishProtocol(study.studyId)
  const [{ id }] = (await db.sql<{ id: string }>('select id from person')) as [{ id: string }]
  await addMember(study.studyId, id, 'admin')
  for (const name of ['ana', 'ben'])
    documentOf(await doubleread(['user', 'add', `${name}@example.org`, '--role', `${slug}:reader`, ...as]))
  expect(await db.sql(`select role::text, count(*)::int from membership group by role order by role`)).toEqual([{ role: 'admin', count: 1 }, { role: 'reader', count: 2 }])
  // Only an owner makes people, and only somebody who is there acts.
  expect(await doubleread(['user', 'add', 'eve@example.org', '--owner', '--as', 'ana@example.org'])).toMatchObject({ code: 1, out: '' })
  expect(await doubleread(['studies', '--as', 'nobody@example.org'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('no active person') })
  expect(await doubleread(['studies'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('--as EMAIL') })
})

test('a link for a lost password leads to the address of the installation', async () => {
  process.env['NEXTAUTH_URL'] = 'https://doubleread.example.org/'
  const { link } = documentOf(await doubleread(['user', 'reset-password', 'ana@example.org', '--json']))
  delete process.env['NEXTAUTH_URL']
  expect(link).toMatch(/^https:\/\/doubleread\.example\.org\/reset\/[\w-]{43}$/)
})

test('an import is tried, refused by line, done whole, and changes nothing the second time; a study says how far it is', async () => {
  const file = path.join(folder, 'notes.jsonl')
  writeFileSync(file, `${rows('Metformin 500 mg twice daily.', '血压 140/90 mmHg，继续服药。')}\n{"id":"n3","txt":"x"}\n`)
  const bad = await doubleread(['import', slug, file, '--from', 'native', ...as])
  expect(bad).toMatchObject({ code: 1, err: expect.stringMatching(/line 3/) })
  expect(JSON.parse(bad.out)).toMatchObject({ rows: 3, imported: 0, refused: 1, problems: [{ line: 3 }] })
  expect(documentOf(await doubleread(['import', slug, '-', '--from', 'native', '--dry-run', ...as], rows('One.', 'Two.')))).toMatchObject({ dryRun: true, imported: 2 })
  expect(await db.sql('select from item')).toEqual([])
  writeFileSync(file, `${rows('Metformin 500 mg twice daily.', '血压 140/90 mmHg，继续服药。', 'Aspirin 75 mg.')}\n`)
  expect(documentOf(await doubleread(['import', slug, file, '--from', 'native', ...as]))).toMatchObject({ rows: 3, imported: 3, known: 0, refused: 0 })
  expect(documentOf(await doubleread(['import', slug, file, '--from', 'native', ...as]))).toMatchObject({ rows: 3, imported: 0, known: 3 })
  expect(await doubleread(['import', slug, path.join(folder, 'missing.jsonl'), '--from', 'native', '--as', owner])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('missing.jsonl') })
  expect(await doubleread(['import', slug, file, '--as', owner])).toMatchObject({ code: 2, out: '' })

  const choice = ['batch', 'open', slug, '--name', 'Pilot', '--first', '2', '--readers', '2']
  expect(documentOf(await doubleread([...choice, '--dry-run', ...as]))).toMatchObject({ items: 2, short: 0 })
  expect(await db.sql('select from seat')).toEqual([])
  expect(documentOf(await doubleread([...choice, ...as]))).toMatchObject({ items: 2 })
  expect(await db.sql('select from seat')).toHaveLength(4)
  expect(await doubleread([...choice.with(6, 'many'), '--as', owner])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/\S/) })
  expect(documentOf(await doubleread(['studies', ...as]))).toMatchObject({ studies: [{ slug, items: 3, pool: 1, reading: 2 }] })
  expect(documentOf(await doubleread(['progress', slug, ...as]))).toMatchObject({ seats: { seats: 4, submitted: 0 }, disputes: 0, forecast: { expected: null } })
  // To who has no part in it there is no such study.
  expect(await doubleread(['progress', slug, '--as', 'ana@example.org'])).toMatchObject({ code: 1, out: '', err: (await doubleread(['progress', 'no-such-study', '--as', owner])).err })
})

test('a backup is restored into an empty installation whose trail is whole; a changed trail is named at its link', async () => {
  const file = path.join(folder, 'all.backup')
  const { rows: kept } = documentOf(await doubleread(['backup', file, '--json']))
  expect(await doubleread(['restore', file])).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/empty/) })
  const { DATABASE_URL: own, APP_DATABASE_URL: app } = process.env
  await onAnotherDatabase(serverUrl, templateName(), async (url) => {
    Object.assign(process.env, { DATABASE_URL: url, APP_DATABASE_URL: onDatabase(app!, new URL(url).pathname.slice(1)) })
    expect(documentOf(await doubleread(['restore', file, '--json']))).toMatchObject({ rows: kept, audit: { ok: true } })
    expect(documentOf(await doubleread(['studies', ...as]))).toMatchObject({ studies: [{ slug, items: 3 }] })
  }).finally(() => Object.assign(process.env, { DATABASE_URL: own, APP_DATABASE_URL: app }))

  const whole = documentOf(await doubleread(['audit', 'verify', '--json']))
  expect(whole.ok).toBe(true)
  documentOf(await doubleread(['audit', 'verify', '--noted', `${whole.head.position}:${whole.head.hash}`, '--json']))
  await db.sql('alter table audit_event disable trigger user')
  await db.sql(`update audit_event set detail = '{"studies":"none"}' where id = (select event_id from audit_link where position = 4)`)
  await db.sql('alter table audit_event enable trigger user')
  const broken = await doubleread(['audit', 'verify', '--json'])
  expect(broken).toMatchObject({ code: 1, err: expect.stringMatching(/^The audit trail is broken\. Link 4 \(event [\w-]+\) does not follow/) })
  expect(JSON.parse(broken.out)).toMatchObject({ ok: false, broken: { position: '4', problem: 'hash-differs' } })
})
