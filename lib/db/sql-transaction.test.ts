import { beforeAll, describe, expect, test } from 'vitest'
import { makePerson, makeStudy } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { asSystemInSql } from './as-system-in-sql'
import { asViewerInOneTrip } from './as-viewer-in-one-trip'
import { asViewerInSql } from './as-viewer-in-sql'
import { connections } from './client'
import type { SqlTx } from './sql-transaction'

const db = freshDatabase()
let ann: { personId: string }
let ben: { personId: string }
beforeAll(async () => {
  ann = await makePerson()
  ben = await makePerson()
})

const ownIds = async (tx: SqlTx) => (await tx.$queryRaw<{ id: string }[]>`select id from person`).map(({ id }) => id)
const rename = (tx: SqlTx, personId: string, name: string) =>
  tx.$executeRaw`update person set name = ${name} where id = ${personId}::uuid`
const fail = (tx: SqlTx) => tx.$executeRaw`select 1 / 0`
const nameOf = async (personId: string) =>
  (await db.sql<{ name: string }>('select name from person where id = $1', [personId]))[0]?.name

describe.each([
  ['in one trip', asViewerInOneTrip],
  ['in SQL', asViewerInSql],
])('a viewer’s transaction %s', (_, door) => {
  test('sees and changes what its viewer may, and leaves no viewer behind on the connection', async () => {
    expect(await door(ann, ownIds)).toEqual([ann.personId])
    expect(await door(ann, (tx) => Promise.all([rename(tx, ann.personId, 'Ann'), rename(tx, ben.personId, 'Ann')]))).toEqual([1, 0])
    expect(await nameOf(ann.personId)).toBe('Ann')
    const { rows } = await connections().readers.query('select id from person')
    expect(rows).toEqual([])
  })

  test('of which anything fails leaves nothing, and its connection serves the next', async () => {
    const both = door(ann, (tx) => Promise.all([rename(tx, ann.personId, 'Lost'), fail(tx)]))
    await expect(both).rejects.toThrow(/division by zero/)
    expect(await nameOf(ann.personId)).not.toBe('Lost')
    expect(await door(ann, ownIds)).toEqual([ann.personId])
  })

  test('does not pass for done when its work hides a failure', async () => {
    const hidden = door(ann, async (tx) => {
      const asked = [rename(tx, ann.personId, 'Lost'), fail(tx)]
      await Promise.allSettled(asked)
    })
    await expect(hidden).rejects.toThrow(/division by zero/)
    expect(await nameOf(ann.personId)).not.toBe('Lost')
  })

  test('whose connection breaks is refused, and the next gets another', async () => {
    const broken = door(ann, async (tx) => {
      await tx.$executeRaw`select pg_terminate_backend(pg_backend_pid())`
    })
    await expect(broken).rejects.toThrow()
    expect(await door(ann, ownIds)).toEqual([ann.personId])
  })
})

test('what is asked for after the one trip has left is refused', async () => {
  const late = asViewerInOneTrip(ann, async (tx) => {
    await ownIds(tx)
    await rename(tx, ann.personId, 'Late')
  })
  await expect(late).rejects.toThrow(/after the commit/)
  expect(await nameOf(ann.personId)).not.toBe('Late')
})

test('the unblinded door records its one event with the commit, with what was noted, and none when its work fails', async () => {
  const { studyId } = await makeStudy()
  const use = { reason: 'study-changed' as const, actor: ann.personId }
  const events = () =>
    db.sql<{ detail: unknown }>(`select detail from audit_event where kind = 'study-changed' and study_id = $1`, [studyId])
  const failed = asSystemInSql(use, async (tx, note) => {
    note({ studyId })
    await fail(tx)
  })
  await expect(failed).rejects.toThrow(/division by zero/)
  expect(await events()).toEqual([])
  const seen = await asSystemInSql(use, async (tx, note) => {
    note({ studyId, detail: { items: 1 } })
    return ownIds(tx)
  })
  expect(new Set(seen)).toContain(ben.personId)
  expect(await events()).toEqual([{ detail: { items: 1 } }])
})
