/** The connection that serves people, beside the owner's: the same database, but a role that row security binds. */
import { hkdfSync } from 'node:crypto'
import pg from 'pg'
import { ensureAppRole } from '../../prisma/app-role'
import { Halt } from '../first/halt.mjs'
import type { Secrets } from './secrets'

export function withoutPassword(text: string): string {
  if (!URL.canParse(text))
    throw new Halt('DATABASE_URL is not a connection string such as postgresql://owner:password@host:5432/doubleread.')
  return Object.assign(new URL(text), { password: '' }).toString()
}

const loginRole = (ownerUrl: string) => `${decodeURIComponent(new URL(ownerUrl).pathname.slice(1))}_login`

/**
 * The password of the role that serves: what follows from the owner's, so that whoever may migrate one database from another
 * machine or folder arrives at the same and shuts nobody out who serves from it. Where neither the address nor
 * PGPASSWORD says that (trust, a password file), this folder's own: then APP_DATABASE_URL is for whoever serves one database from two.
 */
function appPassword(ownerUrl: string, secrets: Secrets): string {
  const owners = decodeURIComponent(new URL(ownerUrl).password) || process.env['PGPASSWORD']
  if (!owners) return secrets.appPassword
  return Buffer.from(hkdfSync('sha256', owners, '', loginRole(ownerUrl), 24)).toString('base64url')
}

/** APP_DATABASE_URL, or this database's own role. */
const appUrlOf = (ownerUrl: string, secrets: Secrets): string =>
  process.env['APP_DATABASE_URL'] ?? Object.assign(new URL(ownerUrl), { username: loginRole(ownerUrl), password: appPassword(ownerUrl, secrets) }).toString()

/** Makes the role that serves, unless APP_DATABASE_URL names one that somebody else has made. */
export async function makeAppRole(ownerUrl: string, secrets: Secrets): Promise<void> {
  const { username, password } = new URL(appUrlOf(ownerUrl, secrets))
  if (decodeURIComponent(username) === loginRole(ownerUrl)) await ensureAppRole(ownerUrl, decodeURIComponent(password))
}

/** APP_DATABASE_URL, or the role that makeAppRole made; refused where it is another database or a role that nothing binds. */
export async function appConnection(ownerUrl: string, secrets: Secrets): Promise<string> {
  const appUrl = appUrlOf(ownerUrl, secrets)
  const [app, owner] = [await ask(appUrl), await ask(ownerUrl)]
  if (app.database !== owner.database)
    throw new Halt('APP_DATABASE_URL and DATABASE_URL are two different databases: they must name the same one.')
  if (!app.bound)
    throw new Halt(
      'The role of APP_DATABASE_URL is not bound by row security: it must be a member of doubleread_app and neither own tables nor be a superuser.',
    )
  return appUrl
}

/** `database`: the same for two connections to one database, by whatever names and proxies they get there. */
async function ask(url: string): Promise<{ database: string; bound: boolean }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 })
  try {
    await client.connect()
    const { rows } = await client.query<{ database: string; bound: boolean }>(`
      select concat_ws('/', (select oid from pg_database where datname = current_database()), pg_postmaster_start_time()) as database,
        pg_has_role('doubleread_app', 'member') and not (rolsuper or rolbypassrls)
          and not exists (select from pg_tables where schemaname = 'public' and tableowner = current_user) as bound
      from pg_roles where rolname = current_user`)
    return rows[0] ?? { database: '', bound: false }
  } catch (error) {
    throw new Halt(`The database ${withoutPassword(url)} does not let us in: ${(error as Error).message}.`)
  } finally {
    await client.end().catch(() => {})
  }
}
