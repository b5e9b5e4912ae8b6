/** The connections. Nothing outside lib/db may import it: every query goes through as-viewer or as-system. */
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/lib/env'
import { PrismaClient } from './generated/client'
import { statementName } from './statement-names'

type Connections = {
  pool: pg.Pool
  /**
   * For what readers do all day. Few: more at once only take turns on the same cores, each with plans of its own to make, and whoever
   * needs two trips waits twice. No slow page can take them all; nor can readers who wait for a lock keep others from signing in.
   */
  readers: pg.Pool
  /** For COPY, which a connection that sends ahead cannot do. Few: more downloads than that wait for their turn. */
  streams: pg.Pool
  prisma: PrismaClient
}
const streamsAtOnce = 5
const readersAtOnce = 8
// Hot reload makes modules anew; the pool must survive it.
const kept = globalThis as { doubleread?: Connections }

function connect(): Connections {
  const { APP_DATABASE_URL: connectionString, DATABASE_POOL: max } = env()
  const streams = new pg.Pool({ connectionString, max: streamsAtOnce, idleTimeoutMillis: 30_000 })
  // Statements that are asked for together travel together; see sql-transaction.ts.
  const sendingAhead = { connectionString, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 15_000, pipeline: true }
  const pool = new pg.Pool({ ...sendingAhead, max })
  const readers = new pg.Pool({ ...sendingAhead, max: Math.min(max, readersAtOnce) })
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  for (const each of [pool, readers, streams]) each.on('error', () => {})
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => statementName(sql) })
  return { pool, readers, streams, prisma: new PrismaClient({ adapter }) }
}

export const connections = (): Connections => (kept.doubleread ??= connect())

/** For scripts and tests, which must end. */
export async function disconnect(): Promise<void> {
  const open = kept.doubleread
  delete kept.doubleread
  await open?.prisma.$disconnect()
  for (const pool of open ? [open.pool, open.readers, open.streams] : []) if (!pool.ended) await pool.end()
}
