/** An installation on a server of one's own: who serves from it, and what it refuses. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { onAnotherDatabase } from '@/prisma/testing/on-another-database'
import { freePort } from '../first/ports.mjs'
import { doubleread } from '../testing/doubleread'
import { prepareGiven } from './given-database'
import { secretsOf } from './secrets'

const db = freshDatabase()
const serverUrl = process.env['DATABASE_URL']!
const folders: string[] = []
const folder = () => {
  const made = mkdtempSync(path.join(tmpdir(), 'given-database-'))
  folders.push(made)
  return made
}
afterAll(() => folders.forEach((one) => rmSync(one, { recursive: true })))
beforeEach(() => void delete process.env['APP_DATABASE_URL'])

async function whoAmI(connectionString: string): Promise<string> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  const { rows } = await client.query<{ name: string }>('select current_user as name')
  await client.end()
  return rows[0]!.name
}

/** An empty database beside the test's own. */
const onEmpty = <T>(work: (url: string, client: pg.Client) => Promise<T>) => onAnotherDatabase(serverUrl, 'template1', work)

const begin = (ownerUrl: string) => {
  const data = folder()
  return prepareGiven(ownerUrl, data, secretsOf(data), false)
}

test('a start from a second folder shuts nobody out who serves from the first, and both serve as the role that is bound', async () => {
  const first = await begin(db.ownerUrl)
  const second = await begin(db.ownerUrl)
  for (const { appUrl } of [first, second]) expect(await whoAmI(appUrl)).toMatch(/^t_\w+_login$/)
  expect(first.appUrl).not.toContain(new URL(db.ownerUrl).password)
})

test('who would serve past row security, or from another database, is refused before anybody is served', async () => {
  await onEmpty(async (elsewhere) => {
    for (const [appUrl, sentence] of [
      [db.ownerUrl, 'is not bound by row security'],
      [elsewhere, 'are two different databases'],
      [Object.assign(new URL(db.ownerUrl), { username: 'nobody-at-all' }).toString(), 'does not let us in'],
    ] as const) {
      process.env['APP_DATABASE_URL'] = appUrl
      await expect(begin(db.ownerUrl)).rejects.toThrow(sentence)
    }
  })
})

test('a server that is not there, a database of another program and one of a newer version are told apart, and no password is shown', async () => {
  const nowhere = Object.assign(new URL(db.ownerUrl), { port: String(await freePort()) })
  const told = await begin(nowhere.toString()).catch((error: Error) => error.message)
  expect(told).toMatch(/^The database server of DATABASE_URL \(.*\) does not let us in: /)
  expect(told).not.toContain(nowhere.password)
  await expect(begin('localhost:5432')).rejects.toThrow(/DATABASE_URL/)
  await onEmpty(async (url, client) => {
    await client.query('create table patients (name text)')
    await expect(begin(url)).rejects.toThrow('tables of another program')
  })
  await db.sql(`insert into _prisma_migrations (id, checksum, migration_name, finished_at) values ('later', '', '99990101000000_later', now())`)
  await expect(begin(db.ownerUrl)).rejects.toThrow('a newer version of Doubleread (it has the change "99990101000000_later")')
  await db.sql(`delete from _prisma_migrations where id = 'later'`)
})

test('migrate says what it changed, makes the role that serves as it was given, and needs to be told which database', async () => {
  const name = `${new URL(db.ownerUrl).pathname.slice(1)}_login`
  const appUrl = Object.assign(new URL(db.ownerUrl), { username: name, password: 'given-by-whoever-deploys' }).toString()
  Object.assign(process.env, { DATABASE_URL: db.ownerUrl, APP_DATABASE_URL: appUrl })
  expect(await doubleread(['migrate', '--json'])).toEqual({ code: 0, out: '{"applied":[]}\n', err: '' })
  expect(await doubleread(['migrate'])).toMatchObject({ code: 0, out: 'The database is up to date.\n' })
  expect(await whoAmI(appUrl)).toBe(name)
  delete process.env['DATABASE_URL']
  expect(await doubleread(['migrate'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('needs DATABASE_URL') })
})
