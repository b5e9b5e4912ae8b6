/** The installation's own database on its embedded server: made with the demo world at the first start, brought up to date at every other. */
import path from 'node:path'
import pg from 'pg'
import { ensureAppRole } from '../../prisma/app-role'
import { say } from '../first/say.mjs'
import { startServer, type Server } from '../postgres/start-server'
import { makeDemoWorld } from './demo-world'
import { migrateDatabase } from './migrate-database'
import type { Secrets } from './secrets'

export type Database = { ownerUrl: string; appUrl: string; applied: string[]; server?: Server }

const name = 'doubleread'
const making = `${name}_making`
const on = (serverUrl: string, database: string): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${database}` }).toString()

export function startEmbedded(dataFolder: string, secrets: Secrets): Promise<Server> {
  return startServer({
    folder: path.join(dataFolder, 'postgres'),
    log: path.join(dataFolder, 'postgres.log'),
    password: secrets.ownerPassword,
  })
}

/** `demo`: whether a new database gets the demo world. A new one gets its name last, so a half-made one is never used. */
export async function prepareEmbedded(
  server: Server,
  dataFolder: string,
  secrets: Secrets,
  demo: boolean,
): Promise<Database> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (!rowCount) {
      say('Making the database')
      await client.query(`drop database if exists ${making} with (force)`)
      await client.query(`create database ${making}`)
      const ownerUrl = on(server.url, making)
      await migrateDatabase(ownerUrl)
      const appUrl = await ensureAppRole(ownerUrl, secrets.appPassword)
      if (demo) {
        say('Making the demo world')
        await makeDemoWorld({ ownerUrl, appUrl }, path.join(dataFolder, 'demo-accounts.json'))
      }
      await client.query(`alter database ${making} rename to ${name}`)
      await client.query(`alter role ${making}_login rename to ${name}_login`)
    }
  } finally {
    await client.end()
  }
  const ownerUrl = on(server.url, name)
  const applied = await migrateDatabase(ownerUrl)
  return { ownerUrl, appUrl: await ensureAppRole(ownerUrl, secrets.appPassword), applied, server }
}
