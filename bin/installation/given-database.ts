/** The server named by DATABASE_URL: its owner role migrates, the restricted role serves. No demo world unless asked for. */
import path from 'node:path'
import pg from 'pg'
import { ensureAppRole } from '../../prisma/app-role'
import { Halt } from '../first/halt.mjs'
import { say } from '../first/say.mjs'
import { makeDemoWorld } from './demo-world'
import type { Database } from './embedded-database'
import { migrateDatabase } from './migrate-database'
import type { Secrets } from './secrets'

/** Checks that the server answers, is new enough, and that a given APP_DATABASE_URL is not the owner again. */
async function checkServer(ownerUrl: string): Promise<void> {
  const shown = withoutPassword(ownerUrl)
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    if (Number(rows[0]?.server_version_num) < 150_000)
      throw new Halt(`${shown} is older than PostgreSQL 15: Doubleread needs 15 or newer.`)
  } catch (error) {
    if (error instanceof Halt) throw error
    throw new Halt(`The database server of DATABASE_URL (${shown}) does not let us in: ${(error as Error).message}.`)
  } finally {
    await client.end().catch(() => {})
  }
}

function withoutPassword(text: string): string {
  if (!URL.canParse(text))
    throw new Halt('DATABASE_URL is not a connection string such as postgresql://owner:password@host:5432/doubleread.')
  return Object.assign(new URL(text), { password: '' }).toString()
}

const loginRole = (ownerUrl: string) => `${decodeURIComponent(new URL(ownerUrl).pathname.slice(1))}_login`

/** Makes the role that serves, unless APP_DATABASE_URL names one that somebody else has made. */
async function makeAppRole(ownerUrl: string, secrets: Secrets): Promise<void> {
  const given = process.env['APP_DATABASE_URL']
  const { username, password } = given
    ? new URL(given)
    : { username: loginRole(ownerUrl), password: secrets.appPassword }
  if (decodeURIComponent(username) === loginRole(ownerUrl)) await ensureAppRole(ownerUrl, decodeURIComponent(password))
}

/** The connection that the application shall use; its role must be one that row security binds. */
export async function appConnection(ownerUrl: string, secrets: Secrets): Promise<string> {
  const own = Object.assign(new URL(ownerUrl), {
    username: loginRole(ownerUrl),
    password: secrets.appPassword,
  }).toString()
  const given = process.env['APP_DATABASE_URL'] ?? own
  const client = new pg.Client({ connectionString: given })
  try {
    await client.connect()
    const { rows } = await client.query<{ binds: boolean }>(`
      select pg_has_role('doubleread_app', 'member') and not (rolsuper or rolbypassrls)
        and not exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as binds
      from pg_roles where rolname = current_user`)
    if (!rows[0]?.binds)
      throw new Halt(
        'The role of APP_DATABASE_URL is not bound by row security: it must be a member of doubleread_app and neither own tables nor be a superuser.',
      )
  } catch (error) {
    if (error instanceof Halt) throw error
    throw new Halt(
      `The application's connection to the database (${withoutPassword(given)}) does not let us in: ${(error as Error).message}.`,
    )
  } finally {
    await client.end().catch(() => {})
  }
  return given
}

export async function prepareGiven(
  ownerUrl: string,
  dataFolder: string,
  secrets: Secrets,
  demo: boolean,
): Promise<Database> {
  await checkServer(ownerUrl)
  const applied = await migrateDatabase(ownerUrl)
  await makeAppRole(ownerUrl, secrets)
  const appUrl = await appConnection(ownerUrl, secrets)
  if (demo) {
    if (await isEmpty(ownerUrl)) {
      say('Making the demo world')
      await makeDemoWorld({ ownerUrl, appUrl }, path.join(dataFolder, 'demo-accounts.json'))
    } else say('The database has people already: no demo world is added')
  }
  return { ownerUrl, appUrl, applied }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return (await client.query('select from person limit 1')).rowCount === 0
  } finally {
    await client.end()
  }
}
