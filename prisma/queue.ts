/**
 * The queue's own schema, `pgboss`: made and brought up to date by the database's owner, with one queue for each kind of
 * job. Safe to repeat. The application only ever puts jobs in and takes them out; what it may not do, it cannot.
 */
import { createRequire } from 'node:module'
import pg from 'pg'
import { jobKinds } from '../lib/workflow/job-kinds'

const { schema: shape } = createRequire(import.meta.url)('pg-boss/version.json') as { schema: number }

/** What the queue will be like; a template of a database that was made with another is not the same. */
export const queueShape = (): string => `${shape} ${jobKinds.join(' ')}`

/**
 * `short`: at most one entry waits for each job. Nothing is retried by the queue itself, since the job's row decides
 * (lib/services/run-job.ts); an entry that a killed worker held fails within a day and is cleared away.
 */
const ownQueue = { policy: 'short', retryLimit: 0, expireInSeconds: 23 * 3600, retentionMinutes: 7 * 24 * 60 } as const

export async function installQueue(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if (await isCurrent(client)) return
    // Loaded only when there is something to do: it would make every start slower.
    const { default: PgBoss } = await import('pg-boss')
    const boss = new PgBoss({ connectionString: ownerUrl, max: 1, supervise: false, schedule: false })
    // Told as a rejection as well; an event that nobody hears would end the process.
    boss.on('error', () => {})
    await boss.start()
    for (const kind of jobKinds) await boss.createQueue(kind, { name: kind, ...ownQueue })
    await boss.stop({ graceful: false })
    await client.query(`
      grant usage on schema pgboss to doubleread_app;
      grant select, insert, update, delete on all tables in schema pgboss to doubleread_app`)
  } finally {
    await client.end()
  }
}

async function isCurrent(client: pg.Client): Promise<boolean> {
  const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('pgboss.queue') is not null as there`)
  if (!found[0]?.there) return false
  const { rows } = await client.query<{ current: boolean }>(
    `select (select max(version) from pgboss.version) = $1 and (select count(*) from pgboss.queue where name = any ($2)) = $3
       and has_table_privilege('doubleread_app', 'pgboss.job', 'insert') as current`,
    [shape, jobKinds, jobKinds.length],
  )
  return rows[0]?.current ?? false
}
