/**
 * The queue that wakes workers. It carries a job's id and nothing else; what a job is, how far it is and whose it is
 * stands in its row (jobs.ts), which alone decides who works on it. Its schema is made by prisma/queue.ts; never from here.
 */
import PgBoss from 'pg-boss'
import type { JobKind } from '@/lib/workflow/job-kinds'
import { connections } from './client'
import { inTransaction, type Tx } from './transaction'

type Entry = { jobId: string }

const settings = { migrate: false, schedule: false } as const

/** On the transaction's own connection: the job and its entry are there together, or neither. */
export async function enqueueJob(tx: Tx, kind: JobKind, jobId: string, afterSeconds = 0): Promise<void> {
  const queue = new PgBoss({ ...settings, supervise: false, db: { executeSql: () => Promise.reject(new Error('needs a transaction')) } })
  const entry = { name: kind, data: { jobId } satisfies Entry, singletonKey: jobId, startAfter: String(afterSeconds) }
  await queue.insert([entry], { db: { executeSql: async (sql, values) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(sql, ...values) }) } })
}

/** Puts jobs into the queue again that have no entry any more; one that has is left alone. */
export const enqueueAgain = (jobs: readonly { id: string; kind: JobKind }[]): Promise<void> =>
  inTransaction(null, '', async (tx) => {
    for (const { id, kind } of jobs) await enqueueJob(tx, kind, id)
  })

/** Takes entries of these kinds, one of each kind at a time, until it is stopped; `stop` waits for those under way. */
export async function takeFromQueue(
  kinds: readonly JobKind[],
  { work, onError, pollSeconds }: { work: (jobId: string) => Promise<void>; onError: (error: unknown) => void; pollSeconds: number },
): Promise<{ stop: () => Promise<void> }> {
  const { pool } = connections()
  const boss = new PgBoss({ ...settings, supervise: true, deleteAfterHours: 1, db: { executeSql: (sql, values) => pool.query(sql, values) } })
  boss.on('error', onError)
  await boss.start()
  for (const kind of kinds)
    await boss.work<Entry>(kind, { batchSize: 1, pollingIntervalSeconds: pollSeconds }, async ([entry]) => {
      if (entry) await work(entry.data.jobId)
    })
  return { stop: () => boss.stop({ graceful: true, timeout: 60_000 }) }
}

/** Entries of jobs that are over or gone: those that a killed worker held, and what was done elsewhere. Needs sight of all jobs. */
export async function clearOldEntries(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    delete from pgboss.job e where not exists (select from job j where j.id = (e.data ->> 'jobId')::uuid and j.state in ('queued', 'running'))`
  await tx.$executeRaw`delete from pgboss.archive where archived_on < now() - interval '1 hour'`
}
