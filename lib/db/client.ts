/** The one connection pool. Nothing outside lib/db may import it: every query goes through as-viewer or as-system. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'

type Connections = { pool: pg.Pool; prisma: PrismaClient }
// Hot reload makes modules anew; the pool must survive it.
const kept = globalThis as { doubleread?: Connections }

/**
 * Postgres plans a named statement once a connection, row security included, instead of every time. Bounded, since a
 * filter that is put together has texts without end; one beyond the bound stays unnamed.
 */
const mostNames = 400
const names = new Map<string, string>()
function statementName({ sql }: { sql: string }): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= mostNames) return ''
  const name = `s${names.size}`
  names.set(sql, name)
  return name
}

function connect(): Connections {
  const pool = new pg.Pool({
    connectionString: env().APP_DATABASE_URL,
    max: env().DATABASE_POOL,
    idleTimeoutMillis: 30_000,
  })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  return { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementName }) }) }
}

export const connections = (): Connections => (kept.doubleread ??= connect())

/** For scripts and tests, which must end. */
export async function disconnect(): Promise<void> {
  const open = kept.doubleread
  delete kept.doubleread
  await open?.prisma.$disconnect()
  if (open && !open.pool.ended) await open.pool.end()
}
