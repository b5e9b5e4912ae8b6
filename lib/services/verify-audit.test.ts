import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { asSystem } from '@/lib/db/as-system'
import { lastOpaqueLink } from '@/lib/db/audit-chain'
import { recordEvents } from '@/lib/db/audit-events'
import { chainStart } from '@/lib/releases/audit-links'
import { addPerson } from '@/lib/services/add-person'
import { verifyAudit } from '@/lib/services/verify-audit'
import { makePerson } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'

const db = freshDatabase()
const event = (detail: object) =>
  asSystem({ reason: 'study-changed', actor: null }, async (_, note) => note({ detail: { ...detail } }))

beforeAll(async () => {
  for (let n = 1; n <= 12; n++) await event({ n, text: `第${n}条 "quoted" | piped` })
})

/** Does what nobody but the owner of the server could, looks, and undoes it. */
async function tampered(statements: string[], undo: string[]) {
  const tables = ['audit_event', 'audit_link', 'audit_actor', 'audit_head']
  const triggers = (what: string) => tables.map((name) => `alter table ${name} ${what} trigger user`).join(';')
  await db.sql(triggers('disable'))
  for (const statement of statements) await db.sql(statement)
  // The verification's own event is linked to whatever stands there: look without adding one.
  await db.sql(triggers('enable'))
  await db.sql('alter table audit_event disable trigger link_audit_event')
  const proof = await verifyAudit(null, {})
  await db.sql(triggers('disable'))
  for (const statement of undo) await db.sql(statement)
  await db.sql(
    `delete from audit_event e where not exists (select from audit_link l where l.event_id = e.id) and e.kind = 'audit-verified'`,
  )
  await db.sql(triggers('enable'))
  return proof
}

test('an untouched trail is proved whole, and the proof itself becomes its next link', async () => {
  const first = await verifyAudit(null, {})
  expect(first).toMatchObject({ ok: true, broken: null })
  const second = await verifyAudit(null, {})
  expect(second.links).toBe(first.links + 1)
})

test('a changed detail is named by its position', async () => {
  const proof = await tampered(
    [`update audit_event set detail = '{"n":0}' where detail ->> 'n' = '5'`],
    [`update audit_event set detail = '{"n":5,"text":"第5条 \\"quoted\\" | piped"}' where detail ->> 'n' = '0'`],
  )
  expect(proof.broken).toMatchObject({ position: '5', problem: 'hash-differs' })
  expect((await verifyAudit(null, {})).ok).toBe(true)
})

test('a changed hash of an event is found, though its link stands', async () => {
  const proof = await tampered(
    ['create table kept as select * from audit_link where position = 6', `update audit_link set event_hash = sha256('x') where position = 6`],
    ['update audit_link set event_hash = kept.event_hash from kept where audit_link.position = kept.position', 'drop table kept'],
  )
  expect(proof.broken).toMatchObject({ position: '6', problem: 'hash-differs' })
})

test('links from before events had a hash of their own hold, and what comes after can be followed from the last of them', async () => {
  const [{ body }] = (await db.sql<{ body: string }>(`select pg_get_functiondef('link_audit_event'::regproc) as body`)) as [{ body: string }]
  const before = body.replace('event_hash := sha256(convert_to(audit_line(new.id), \'UTF8\'));', '').replace('head.hash || event_hash', `head.hash || convert_to(audit_line(new.id), 'UTF8')`)
  await db.sql(before)
  await event({ from: 'before' })
  await db.sql(body)
  await event({ from: 'after' })
  const { ok, head } = await verifyAudit(null, {})
  expect(ok).toBe(true)
  const { position } = await asSystem({ reason: 'audit-verified', actor: null }, (tx) => lastOpaqueLink(tx, Number(head!.position)))
  expect(position).toBe(Number(head!.position) - 1)
  expect(await asSystem({ reason: 'audit-verified', actor: null }, (tx) => lastOpaqueLink(tx, position - 1))).toEqual(chainStart)
})

test('an act on many items is linked event by event, and moves the head once', async () => {
  const size = async () => (await db.sql<{ size: string }>(`select pg_relation_size('audit_head') as size`))[0]!.size
  const before = await size()
  const items = Array.from({ length: 300 }, () => randomUUID())
  await asSystem({ reason: 'items-withdrawn', actor: null }, (tx) => recordEvents(tx, items, { kind: 'items-withdrawn', actor: null, studyId: null, detail: {} }))
  const { ok, head } = await verifyAudit(null, {})
  expect(ok).toBe(true)
  const last = await db.sql(`select from audit_link l join audit_event e on e.id = l.event_id where position > $1 and e.kind = 'items-withdrawn'`, [Number(head!.position) - 301])
  expect(last).toHaveLength(301)
  // Moved for each event, it would have had 300 versions that nobody may clear away yet.
  expect(await size()).toBe(before)
})

test('who acted cannot be found by hashing an event with each name in turn; events from before hold', async () => {
  const { personId } = await makePerson()
  const act = () => asSystem({ reason: 'study-changed', actor: personId }, async () => {})
  await db.sql('alter table audit_actor alter column salt drop default')
  await act()
  await db.sql('alter table audit_actor alter column salt set default gen_random_uuid()')
  await act()
  expect((await verifyAudit(null, {})).ok).toBe(true)
  const guessed = await db.sql<{ salted: boolean; guessed: boolean }>(
    `select a.salt is not null as salted, l.event_hash = sha256(convert_to(concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        e.kind, '', '', p.id, e.detail), 'UTF8')) as guessed
      from audit_event e join audit_link l on l.event_id = e.id join audit_actor a on a.event_id = e.id join person p on p.id = a.person_id
      where e.kind = 'study-changed' and p.id = $1 order by l.position`, [personId])
  expect(guessed).toEqual([{ salted: false, guessed: true }, { salted: true, guessed: false }])
})

test('a removed link leaves a gap that is found', async () => {
  const proof = await tampered(
    ['create table kept as select * from audit_link where position = 7', 'delete from audit_link where position = 7'],
    ['insert into audit_link select * from kept', 'drop table kept'],
  )
  expect(proof.broken).toMatchObject({ position: '7', problem: 'position-missing' })
})

test('a cut-off end is found by the head', async () => {
  const proof = await tampered(
    ['create table kept as select * from audit_link where position > 10', 'delete from audit_link where position > 10'],
    ['insert into audit_link select * from kept', 'drop table kept'],
  )
  expect(proof.broken).toMatchObject({ position: '11', problem: 'position-missing' })
})

test('an end cut off together with its head is found by a head that was noted', async () => {
  const { head } = await verifyAudit(null, {})
  const noted = `${head?.position}:${head?.hash}`
  expect((await verifyAudit(null, { noted })).ok).toBe(true)
  expect((await verifyAudit(null, { noted: `${head?.position}:${'0'.repeat(64)}` })).broken).toMatchObject({
    position: head?.position,
    problem: 'noted-head-differs',
  })
  expect((await verifyAudit(null, { noted: `999999:${head?.hash}` })).broken?.problem).toBe('noted-head-differs')
})

test('an event that was slipped in beside the chain is found', async () => {
  const proof = await tampered(
    [`insert into audit_event (id, kind, detail) values ('00000000-0000-4000-8000-000000000001', 'sign-in', '{}')`],
    [`delete from audit_event where id = '00000000-0000-4000-8000-000000000001'`],
  )
  expect(proof.broken).toMatchObject({ eventId: '00000000-0000-4000-8000-000000000001', problem: 'event-unlinked' })
})

test('the trail is proved to owners and to the machine itself, to nobody else', async () => {
  const { personId } = await addPerson(null, { email: 'first@example.org', owner: true, roles: [] })
  expect((await verifyAudit({ personId, owner: true, roles: {} }, {})).ok).toBe(true)
  await expect(verifyAudit({ personId, owner: false, roles: {} }, {})).rejects.toMatchObject({ code: 'not-found' })
})
