/** Brings a database to the shape that this code expects, and never to an older one. */
import { readdirSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { Halt } from '../first/halt.mjs'
import { root } from '../first/root.mjs'
import { installQueue } from '../../prisma/queue'

/** What this code knows and the database has not; refuses a database that is newer than the code. */
export async function pendingMigrations(ownerUrl: string): Promise<string[]> {
  const known = readdirSync(path.join(root, 'prisma', 'migrations'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
  const applied = await appliedMigrations(ownerUrl)
  const foreign = applied.find((name) => !known.includes(name))
  if (foreign)
    throw new Halt(
      `The database was last used by a newer version of Doubleread (it has the change "${foreign}"): update this checkout.`,
    )
  return known.filter((name) => !applied.includes(name))
}

/** Names of the migrations that were applied now. Loads the migration engine only when there is something to do. */
export async function migrateDatabase(ownerUrl: string): Promise<string[]> {
  const pending = await pendingMigrations(ownerUrl)
  const applied = pending.length ? await (await import('../../prisma/migrate')).applyMigrations(ownerUrl) : []
  await installQueue(ownerUrl)
  return applied
}

export async function appliedMigrations(ownerUrl: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ ours: boolean; others: boolean }>(`
      select to_regclass('public._prisma_migrations') is not null as ours,
        exists (select from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations') as others`)
    if (!tables[0]?.ours && tables[0]?.others)
      throw new Halt('The database holds the tables of another program: give Doubleread a database of its own.')
    if (!tables[0]?.ours) return []
    const { rows } = await client.query<{ migration_name: string }>(
      'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
    )
    return rows.map(({ migration_name }) => migration_name)
  } finally {
    await client.end()
  }
}
