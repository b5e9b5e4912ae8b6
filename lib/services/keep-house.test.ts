import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeStudy } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { keepHouse } from './keep-house'

const db = freshDatabase()

test('staged rows of abandoned imports, and the refused rows of old ones, go without anybody importing again; what is alive stays', async () => {
  const { studyId } = await makeStudy()
  const staged = async (state: string, silentFor: string) => {
    const id = randomUUID()
    await db.sql(
      `insert into import (id, study_id, file_name, format, state, touched_at) values ($1, $2, 'f', 'native', $3, now() - $4::interval)`,
      [id, studyId, state, silentFor],
    )
    await db.sql('insert into import_row (import_id, line) values ($1, 1)', [id])
    return id
  }
  const dead = [await staged('reading', '4 minutes'), await staged('begun', '4 minutes'), await staged('ready', '8 days')]
  const old = await staged('done', '8 days')
  const alive = [await staged('reading', '1 minute'), await staged('ready', '6 days'), await staged('done', '6 days')]
  expect(await keepHouse()).toMatchObject({ imports: dead.length })
  const imports = await db.sql<{ id: string }>('select id from import')
  const rows = await db.sql<{ id: string }>('select import_id as id from import_row')
  expect(imports.map(({ id }) => id).sort()).toEqual([old, ...alive].sort())
  expect(rows.map(({ id }) => id).sort()).toEqual(alive.sort())
})

test('links for lost passwords that nobody can use any more go; an open one stays, and a visit that finds nothing is no event', async () => {
  await db.sql(`insert into person (email, name) values ('p@example.org', 'P')`)
  await db.sql(
    `insert into password_reset (token_hash, person_id, expires_at, ended_at)
     select n, id, now() + ex, case when n = 'used' then now() - interval '40 days' end from person,
       (values ('open', interval '1 day'), ('used', interval '1 day'), ('expired', interval '-40 days')) as links (n, ex)`,
  )
  expect(await keepHouse()).toMatchObject({ resets: 2 })
  expect(await db.sql('select token_hash from password_reset')).toEqual([{ token_hash: 'open' }])
  const events = async () => (await db.sql(`select from audit_event where kind = 'housekeeping-done'`)).length
  const before = await events()
  await keepHouse()
  expect(await events()).toBe(before)
})
