import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobById } from '@/lib/db/jobs'
import { addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { cancelJob } from './cancel-job'
import type { JobHandler } from './job-handler'
import { readProtocols } from './read-protocols'
import { reopenItems, reopenJob } from './reopen-items'
import { runJob } from './run-job'
import { runJobNow } from './run-job-now'

const items = 1_100
const db = freshDatabase()
let admin: Viewer
let readerId: string
let studyId: string
let slug: string

beforeAll(async () => {
  ;({ studyId, slug } = await makeStudy({ readersPerItem: 1 }))
  for (const role of ['admin', 'reader'] as const) {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    if (role === 'admin') admin = await viewerOf(personId)
    else readerId = personId
  }
  const protocolId = await publishProtocol(studyId)
  await db.sql(
    `insert into item (study_id, licence, external_id, text, text_hash, length)
    select $1, 'CC0-1.0', 'item-' || n, t, sha256(convert_to(t, 'UTF8')), char_length(t) from (select n, 'Text ' || n as t from generate_series(1, $2) n) texts`,
    [studyId, items],
  )
  await openBatch(studyId)
  await everythingReadUnder(protocolId)
  await publishProtocol(studyId)
})

/** Whatever waits for a reading has one, handed in an hour ago. */
async function everythingReadUnder(protocolId: string): Promise<void> {
  await db.sql(
    `with part as (insert into hand (item_id, person_id, role) select item_id, $2, 'reader' from seat where study_id = $1 and submitted_at is null on conflict do nothing)
    update seat set person_id = $2, hand_role = 'reader', claimed_at = now(), lease_until = now(), submitted_at = now() - interval '1 hour' where study_id = $1 and submitted_at is null`,
    [studyId, readerId],
  )
  await db.sql(
    `insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
    select s.id, s.item_id, s.study_id, $2, 1, gen_random_uuid(), '{"veracity": "correct", "spans": [], "difficulty": null, "confidence": null, "note": ""}'
    from seat s where s.study_id = $1 and not exists (select from judgment j where j.seat_id = s.id)`,
    [studyId, protocolId],
  )
}
const begin = async (under: number, batch: string): Promise<string> => {
  const begun = await reopenItems(admin, { study: slug, under, reason: 'A clearer guideline.', batch })
  if (!('jobId' in begun)) throw new Error('so many are the worker’s')
  return begun.jobId
}
const byRound = () => db.sql<{ round: number; items: number }>('select round, count(*)::int as items from item where study_id = $1 group by round order by round', [studyId])
const reopening = async () => (await readProtocols(admin, { study: slug })).versions.map((version) => version.reopening)

test('more than a piece is a job, which goes on where one that was killed had come: every item once, in one batch', async () => {
  const jobId = await begin(1, 'Again')
  expect(await reopening()).toEqual([null, jobId])
  await expect(reopenItems(admin, { study: slug, under: 1, reason: 'Once more.', batch: 'Twice' })).rejects.toMatchObject({ reason: 'job-at-work' })
  const job = await asViewer(admin, (tx) => jobById(tx, jobId))
  const killed = { progress: async (_: string, done: number) => (done > 0 ? Promise.reject(new Error('killed')) : undefined) }
  await expect(reopenJob.run(admin, job!, killed as never)).rejects.toThrow('killed')
  expect(await byRound()).toEqual([{ round: 1, items: 100 }, { round: 2, items: 1_000 }]) // prettier-ignore

  expect((await runJobNow(admin, jobId)).state).toBe('done')
  expect(await byRound()).toEqual([{ round: 2, items }])
  expect(await reopening()).toEqual([null, null])
  const batches = await db.sql<{ items: number; free: number }>(
    `select (select count(*)::int from item i where i.batch_id = b.id) as items,
      (select count(*)::int from seat s join lane l on l.batch_id = s.batch_id and l.number = s.lane where s.batch_id = b.id and s.round = 2 and s.person_id is null) as free
    from batch b where b.study_id = $1 and b.name = 'Again'`, [studyId]) // prettier-ignore
  expect(batches).toEqual([{ items, free: items }])
  const told = await db.sql(
    `select count(*)::int as events, count(distinct item_id)::int as items, count(distinct detail)::int as details from audit_event where study_id = $1 and kind = 'item-reopened'`, [studyId]) // prettier-ignore
  expect(told).toEqual([{ events: items, items, details: 1 }])
})

test('cancelled between two pieces, what was opened stays open and the rest stands as it did; the rest, being few, is opened at once', async () => {
  const [newest] = await db.sql<{ id: string }>('select id from protocol where study_id = $1 and number = 2', [studyId])
  await everythingReadUnder(newest!.id)
  await publishProtocol(studyId)
  const jobId = await begin(2, 'A third time')
  const run: JobHandler['run'] = (viewer, job, context) => {
    const progress: typeof context.progress = async (phase, done, total) => {
      if (done > 0) await cancelJob(admin, { jobId })
      await context.progress('counting', done, total)
      await context.progress(phase, done, total)
    }
    return reopenJob.run(viewer, job, { ...context, progress })
  }
  await runJob(jobId, { onDefect: () => {}, handlers: { reopen: { run } } })
  expect((await asViewer(admin, (tx) => jobById(tx, jobId)))?.state).toBe('cancelled')
  expect(await byRound()).toEqual([{ round: 2, items: 100 }, { round: 3, items: 1_000 }]) // prettier-ignore
  expect(await reopenItems(admin, { study: slug, under: 2, reason: 'The others.', batch: 'The others' })).toEqual({ items: 100 })
})
