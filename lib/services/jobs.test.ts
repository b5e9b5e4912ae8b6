import { beforeAll, expect, test } from 'vitest'
import { addMember, makePerson, makeStudy, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { setDeactivated } from '@/lib/db/people'
import { Refusal } from '@/lib/errors'
import { mostAttempts } from '@/lib/workflow/job-kinds'
import { cancelJob } from './cancel-job'
import type { JobContext, JobHandler } from './job-handler'
import { pageJobs, readJob } from './read-job'
import { runJob, type Running } from './run-job'
import { startJob } from './start-job'
import { workJobs } from './work-jobs'

const db = freshDatabase()
let admin: Viewer
let studyId: string
let slug: string

beforeAll(async () => {
  const { personId } = await makePerson()
  ;({ studyId, slug } = await makeStudy())
  await addMember(studyId, personId, 'admin')
  admin = await viewerOf(personId)
})

const start = (input: object = {}) =>
  asViewer(admin, (tx) => startJob(tx, admin, { kind: 'import', studyId, subjectId: crypto.randomUUID(), input })).then(({ jobId }) => jobId)
const defects: [string, unknown][] = []
const running = (run: JobHandler['run'], more: Partial<Running> & Pick<JobHandler, 'putBack'> = {}): Running => {
  const { putBack, ...rest } = more
  return { onDefect: (id, error) => defects.push([id, error]), handlers: { import: { run, ...(putBack ? { putBack } : {}) } }, ...rest }
}
const counted =
  (count: () => void): NonNullable<JobHandler['putBack']> =>
  (job, end) =>
    asViewer(job, async (tx) => {
      await end(tx)
      count()
    })
/** Something that happens once at a time and can be waited for. */
function moment() {
  let come = () => {}
  const whenCome = new Promise<void>((resolve) => (come = resolve))
  return { come, whenCome }
}
const entriesOf = (jobId: string) => db.sql<{ state: string; later: boolean }>(`select state::text, start_after > now() as later from pgboss.job where data ->> 'jobId' = $1`, [jobId])
/** An effect that can be counted: one audit event. */
const effect = (context: JobContext, before: () => Promise<unknown> = async () => {}) =>
  asSystem({ reason: 'items-imported', actor: admin.personId, studyId }, async (tx, note) => {
    note({ detail: { by: 'job' } })
    await before()
    await context.finish(tx)
  })
const effects = async () => (await db.sql(`select from audit_event where kind = 'items-imported'`)).length

test('a job and its place in the queue are there together, or neither is', async () => {
  let jobId = ''
  const asked = asViewer(admin, async (tx) => {
    ;({ jobId } = await startJob(tx, admin, { kind: 'import', studyId, subjectId: crypto.randomUUID(), input: {} }))
    throw new Error('thought better of it')
  })
  await expect(asked).rejects.toThrow('thought better')
  expect(await db.sql('select id from job where id = $1', [jobId])).toEqual([])
  expect(await entriesOf(jobId)).toEqual([])
  const kept = await start()
  expect(await entriesOf(kept)).toEqual([{ state: 'created', later: false }])
  await cancelJob(admin, { jobId: kept })
})

test('a worker does what is queued, in the name of who asked, and its row tells how far it is', async () => {
  const seen: unknown[] = []
  const jobId = await start({ take: 'all' })
  const run: JobHandler['run'] = async (viewer, job, { progress }) => {
    await progress('importing', 3, 7)
    const { state, phase, done, total } = await readJob(admin, { jobId })
    seen.push(viewer, job.input, { state, phase, done, total })
  }
  const worker = await workJobs({ ...running(run), onError: (error) => seen.push(error), pollSeconds: 0.5 })
  await expect.poll(async () => (await readJob(admin, { jobId })).state).toBe('done')
  await worker.stop()
  expect(seen).toEqual([admin, { take: 'all' }, { state: 'running', phase: 'importing', done: 3, total: 7 }])
})

test('a job that the queue lost is found by the sweep', async () => {
  const jobId = await start()
  await db.sql(`delete from pgboss.job where data ->> 'jobId' = $1`, [jobId])
  const worker = await workJobs({ ...running(async () => {}), onError: () => {}, pollSeconds: 0.5, silentMs: 0, sweepMs: 100 })
  await expect.poll(async () => (await readJob(admin, { jobId })).state).toBe('done')
  await worker.stop()
})

test('of many workers that take one job at once, one has it', async () => {
  const jobId = await start()
  let runs = 0
  const work = running(async (_, __, { progress }) => {
    runs += 1
    await progress('importing', 1, 2)
  })
  const took = await Promise.all(Array.from({ length: 6 }, () => runJob(jobId, work)))
  expect(took.filter(Boolean)).toHaveLength(1)
  expect(runs).toBe(1)
})

test('a refusal ends a job with its reason and numbers; it is not tried again', async () => {
  const jobId = await start()
  let putBack = 0
  const run = () => Promise.reject(new Refusal('invalid', 'import-has-bad-rows', { rows: 2 }))
  await runJob(jobId, running(run, { putBack: counted(() => putBack++) }))
  expect(await readJob(admin, { jobId })).toMatchObject({ state: 'failed', failure: { code: 'invalid', reason: 'import-has-bad-rows', values: { rows: 2 } } })
  expect(putBack).toBe(1)
  expect(await runJob(jobId, running(run))).toBe(false)
})

test('a worker that has lost its job puts nothing back when it wakes up into a refusal', async () => {
  const jobId = await start()
  let putBack = 0
  const run = async () => {
    await db.sql('update job set claim = gen_random_uuid() where id = $1', [jobId])
    throw new Refusal('invalid', 'import-has-bad-rows', { rows: 2 })
  }
  await runJob(jobId, running(run, { putBack: counted(() => putBack++) }))
  expect(await readJob(admin, { jobId })).toMatchObject({ state: 'running', failure: null })
  expect(putBack).toBe(0)
  await db.sql(`update job set state = 'failed', claim = null, finished_at = now() where id = $1`, [jobId])
})

test('a defect is tried again, later each time, and then ends the job with the id that was logged', async () => {
  const jobId = await start()
  const work = running(() => Promise.reject(new Error('boom')))
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    await runJob(jobId, work)
    expect(await readJob(admin, { jobId })).toMatchObject({ state: 'queued', failure: null })
    // The queue keeps at most one entry that waits for each job.
    await db.sql(`update pgboss.job set state = 'completed' where data ->> 'jobId' = $1 and not start_after > now()`, [jobId])
  }
  expect((await entriesOf(jobId)).filter(({ later }) => later).length).toBe(1)
  await runJob(jobId, work)
  const { state, failure } = await readJob(admin, { jobId })
  expect([state, failure?.reason]).toEqual(['failed', 'defect'])
  expect(defects.at(-1)).toEqual([failure?.values['id'], new Error('boom')])
})

test('a job that killed its workers as often as it may be begun is given up, and its subject is put back', async () => {
  const jobId = await start()
  await db.sql(`update job set state = 'running', claim = gen_random_uuid(), attempts = $2, beat_at = now() - interval '2 minutes' where id = $1`, [jobId, mostAttempts])
  let putBack = 0
  await runJob(jobId, running(() => Promise.reject(new Error('must not run')), { putBack: counted(() => putBack++) }))
  expect(await readJob(admin, { jobId })).toMatchObject({ state: 'failed', failure: { reason: 'job-given-up' } })
  expect(putBack).toBe(1)
})

test('a job that waits is cancelled at once, without being begun, and that is audited', async () => {
  const jobId = await start()
  expect(await cancelJob(admin, { jobId })).toMatchObject({ state: 'cancelled', startedAt: expect.any(Date) as Date })
  expect(await runJob(jobId, running(() => Promise.reject(new Error('must not run'))))).toBe(false)
  await expect(cancelJob(admin, { jobId })).rejects.toMatchObject({ reason: 'job-over' })
  expect(await db.sql(`select detail ->> 'job' as job from audit_event where kind = 'job-cancelled'`)).toContainEqual({ job: jobId })
})

test('a job at work is cancelled within a beat, and what it had half done is undone', async () => {
  const jobId = await start()
  const [begun, goOn, undone] = [moment(), moment(), moment()]
  const before = await effects()
  const run: JobHandler['run'] = async (_, __, context) => {
    try {
      await effect(context, async () => {
        begun.come()
        while (!context.cancelled()) await new Promise((resolve) => context.signal.addEventListener('abort', resolve, { once: true }))
        await goOn.whenCome
        await context.progress('importing', 1, 1)
      })
    } finally {
      undone.come()
    }
  }
  const ran = runJob(jobId, running(run, { beatMs: 50 }))
  await begun.whenCome
  expect(await cancelJob(admin, { jobId })).toMatchObject({ state: 'running', cancelling: true })
  goOn.come()
  await undone.whenCome
  await ran
  expect(await readJob(admin, { jobId })).toMatchObject({ state: 'cancelled', cancelling: false })
  expect(await effects()).toBe(before)
})

test('who cancels while the last transaction commits is told that it is done', async () => {
  const jobId = await start()
  const before = await effects()
  let cancelling: Promise<unknown> = Promise.resolve()
  const run: JobHandler['run'] = (_, __, context) =>
    asSystem({ reason: 'items-imported', actor: admin.personId, studyId }, async (tx) => {
      await context.finish(tx)
      cancelling = cancelJob(admin, { jobId }).catch((error: unknown) => error)
      // The wish waits for the row until this transaction is over.
      await expect.poll(async () => (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%cancel_asked = true%'`)).length).toBe(1)
    })
  await runJob(jobId, running(run))
  expect(await cancelling).toMatchObject({ reason: 'job-over' })
  expect((await readJob(admin, { jobId })).state).toBe('done')
  expect(await effects()).toBe(before + 1)
})

test('a worker that was silent too long loses its job, and nothing of what it then does counts', async () => {
  const jobId = await start()
  const before = await effects()
  const [begun, goOn] = [moment(), moment()]
  const slow = runJob(
    jobId,
    running(async (_, __, context) => {
      begun.come()
      await goOn.whenCome
      await effect(context)
    }, { beatMs: 60_000 }),
  )
  await begun.whenCome
  await runJob(jobId, running((_, __, context) => effect(context), { silentMs: -1 }))
  goOn.come()
  await slow
  expect((await readJob(admin, { jobId })).state).toBe('done')
  expect(await effects()).toBe(before + 1)
})

test('a worker that is told to stop gives its job back, and that was no attempt', async () => {
  const jobId = await start()
  const stopping = new AbortController()
  await runJob(
    jobId,
    running(async (_, __, { progress }) => {
      stopping.abort()
      await progress('importing', 1, 2)
    }, { stopping: stopping.signal }),
  )
  expect(await db.sql('select state::text, attempts from job where id = $1', [jobId])).toEqual([{ state: 'queued', attempts: 0 }])
})

test('what was asked for by somebody who is deactivated since is refused', async () => {
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'admin')
  const gone = await viewerOf(personId)
  const { jobId } = await asViewer(gone, (tx) => startJob(tx, gone, { kind: 'import', studyId, subjectId: crypto.randomUUID(), input: {} }))
  await asSystem({ reason: 'person-deactivated', actor: null }, (tx) => setDeactivated(tx, personId, new Date()))
  await runJob(jobId, running(() => Promise.reject(new Error('must not run'))))
  expect(await readJob(admin, { jobId })).toMatchObject({ state: 'failed', failure: { reason: 'job-person-gone' } })
})

test('a job is known to who asked for it and to the admins of its study, and to nobody else', async () => {
  const jobId = await start()
  const other = await makePerson()
  const theirs = await makeStudy()
  await addMember(theirs.studyId, other.personId, 'admin')
  await addMember(studyId, other.personId, 'reader')
  const stranger = await viewerOf(other.personId)
  await expect(readJob(stranger, { jobId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(cancelJob(stranger, { jobId })).rejects.toMatchObject({ code: 'not-found' })
  await expect(pageJobs(stranger, { study: slug, before: null, limit: 200 })).rejects.toMatchObject({ code: 'not-found' })
  expect((await pageJobs(admin, { study: slug, before: null, limit: 200 })).rows.map(({ id }) => id)).toContain(jobId)
})
