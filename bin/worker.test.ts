/** A real worker process, killed in the middle of a real import. */
import { spawn } from 'node:child_process'
import path from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { beginImport } from '@/lib/services/begin-import'
import { importOptions } from '@/lib/services/import-options'
import { readImport } from '@/lib/services/read-import'
import { readJob } from '@/lib/services/read-job'
import { stageImport } from '@/lib/services/stage-import'
import { startCommit } from '@/lib/services/start-commit'
import { workJobs } from '@/lib/services/work-jobs'

const db = freshDatabase()
const root = path.join(import.meta.dirname, '..')

test('a worker killed in the middle of an import leaves nothing, and the next one brings all of it in once', async () => {
  const { personId } = await makePerson()
  const { studyId, slug } = await makeStudy()
  await addMember(studyId, personId, 'admin')
  const admin = await viewerOf(personId)
  const { importId } = await beginImport(admin, { study: slug, fileName: 'n.jsonl', options: importOptions.parse({ format: { kind: 'native' } }) })
  async function* rows() {
    for (let n = 0; n < 3_000; n++) yield new TextEncoder().encode(`{"id":"i${n}","text":"text ${n}","sealed":{"model":"m"}}\n`)
  }
  await stageImport(admin, { importId }, rows())
  const items = async () => (await db.sql<{ count: number }>('select count(*)::int as count from item where study_id = $1', [studyId]))[0]?.count

  // Seals cannot be written while this lock is held: the worker stops between an item and its seal.
  const holder = new pg.Client({ connectionString: db.ownerUrl })
  await holder.connect()
  await holder.query('begin; lock table seal in share mode')
  const child = spawn(process.execPath, ['--import', 'tsx', '--conditions=react-server', 'bin/worker.ts'], {
    cwd: root,
    env: { ...process.env, APP_DATABASE_URL: db.appUrl, DATABASE_POOL: '8', LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
  const { jobId } = await startCommit(admin, { importId, take: 'all', duplicates: 'skip' })
  const stuck = () => db.sql(`select from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into seal%'`)
  await expect.poll(async () => (await stuck()).length).toBe(1)
  expect((await readJob(admin, { jobId })).state).toBe('running')
  child.kill('SIGKILL')
  expect(await ended).toBe('SIGKILL')
  await holder.query('rollback')
  await holder.end()
  await expect.poll(async () => (await stuck()).length).toBe(0)
  expect(await items()).toBe(0)
  expect((await readImport(admin, { study: slug, importId })).import.state).toBe('ready')

  const trouble: unknown[] = []
  const next = await workJobs({ onDefect: (_, error) => trouble.push(error), onError: (error) => trouble.push(error), pollSeconds: 0.5, silentMs: 500, sweepMs: 100 })
  await expect.poll(async () => (await readJob(admin, { jobId })).state).toBe('done')
  await next.stop()
  expect(trouble).toEqual([])
  expect(await items()).toBe(3_000)
  expect(await db.sql(`select from audit_event where kind = 'items-imported'`)).toHaveLength(1)
  expect(await db.sql('select attempts from job where id = $1', [jobId])).toEqual([{ attempts: 2 }])
})
