/** The server named by DATABASE_URL: its owner role migrates, the restricted role serves. No demo world unless asked for. */
import path from 'node:path'
import pg from 'pg'
import { Halt } from '../first/halt.mjs'
import { say } from '../first/say.mjs'
import { appConnection, makeAppRole, withoutPassword } from './app-connection'
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
