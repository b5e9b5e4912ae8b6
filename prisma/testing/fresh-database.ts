/**
 * A pristine database for one test file, cloned from the migrated template, with the application connected to it as the
 * restricted role. Call it at the top of a describe block or a file; it registers its own set-up and tear-down.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { ensureAppRole } from '../app-role'
import { onDatabase, templateName } from './template'
import { disconnect } from '@/lib/db/client'

export type FreshDatabase = {
  /** SQL as the owner, past all row security: for setting a scene and for looking at what truly stands there. */
  sql<Row extends pg.QueryResultRow = Record<string, never>>(text: string, values?: unknown[]): Promise<Row[]>
  /** SQL as the application's role with a viewer set, as asViewer would. */
  sqlAs<Row extends pg.QueryResultRow>(viewerId: string | null, text: string, values?: unknown[]): Promise<Row[]>
  /** A transaction of the owner's that stays open until `commit`: for what happens while somebody else is at it. */
  begin(): Promise<{ sql: (text: string, values?: unknown[]) => Promise<void>; commit: () => Promise<void> }>
  readonly ownerUrl: string
  readonly appUrl: string
}

export function freshDatabase(): FreshDatabase {
  const name = `t_${randomUUID().replaceAll('-', '').slice(0, 20)}`
  let server: pg.Client
  let owner: pg.Pool
  let app: pg.Pool
  const urls = { ownerUrl: '', appUrl: '' }

  beforeAll(async () => {
    const url = process.env['DATABASE_URL']
    if (!url) throw new Error('Database tests need DATABASE_URL (an owner on a Postgres server); `npm test` sets it.')
    server = new pg.Client({ connectionString: url })
    await server.connect()
    await server.query(`create database ${name} template ${templateName()} strategy file_copy`)
    urls.ownerUrl = onDatabase(url, name)
    urls.appUrl = await ensureAppRole(urls.ownerUrl, randomUUID())
    process.env['APP_DATABASE_URL'] = urls.appUrl
    owner = new pg.Pool({ connectionString: urls.ownerUrl, max: 4 })
    app = new pg.Pool({ connectionString: urls.appUrl, max: 4 })
    // The database is dropped under connections that are still closing.
    for (const pool of [owner, app]) pool.on('error', () => {})
  })

  afterAll(async () => {
    await disconnect()
    await owner.end()
    await app.end()
    await server.query(`drop database ${name} with (force)`)
    await server.query(`drop role ${name}_login`)
    await server.end()
  })

  return {
    sql: async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) =>
      (await owner.query<Row>(text, values)).rows,
    async sqlAs<Row extends pg.QueryResultRow>(viewerId: string | null, text: string, values: unknown[] = []) {
      const client = await app.connect()
      try {
        await client.query('begin')
        await client.query(`select set_config('app.viewer_id', $1, true)`, [viewerId ?? ''])
        const { rows } = await client.query<Row>(text, values)
        await client.query('commit')
        return rows
      } catch (error) {
        await client.query('rollback')
        throw error
      } finally {
        client.release()
      }
    },
    async begin() {
      const client = await owner.connect()
      await client.query('begin')
      return {
        sql: async (text: string, values: unknown[] = []) => void (await client.query(text, values)),
        commit: async () => {
          await client.query('commit')
          client.release()
        },
      }
    },
    get ownerUrl() {
      return urls.ownerUrl
    },
    get appUrl() {
      return urls.appUrl
    },
  }
}
