/** Vitest's global set-up: one migrated template on the server of DATABASE_URL, from which every test file clones its own database. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { applyMigrations } from '../migrate'
import { installQueue, queueShape } from '../queue'

export const onDatabase = (serverUrl: string, name: string): string =>
  Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString()

const migrationsDir = path.join(import.meta.dirname, '..', 'migrations')

/** Named by its migrations' content and the queue's shape, so that a changed one makes a new template. */
export function templateName(): string {
  const hash = createHash('sha256').update(queueShape())
  for (const name of readdirSync(migrationsDir).sort()) {
    if (!name.endsWith('.toml')) hash.update(name).update(readFileSync(path.join(migrationsDir, name, 'migration.sql')))
  }
  return `doubleread_template_${hash.digest('hex').slice(0, 12)}`
}

export default async function setUpTemplate(): Promise<void> {
  const server = process.env['DATABASE_URL']
  if (!server) return
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock(4242)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [templateName()])
    if (!rowCount) {
      const making = `${templateName()}_making`
      await client.query(`drop database if exists ${making}`)
      await client.query(`create database ${making}`)
      await applyMigrations(onDatabase(server, making))
      await installQueue(onDatabase(server, making))
      // The migration engine keeps its connection, and a database in use can neither be renamed nor cloned.
      await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [making])
      await client.query(`alter database ${making} rename to ${templateName()}`)
    }
  } finally {
    await client.end()
  }
}
