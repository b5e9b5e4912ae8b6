/** A worker that is killed while it freezes leaves no half release: whoever takes the job over begins from the beginning. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { taskOf } from '@/lib/tasks/registry'
import { asSystem } from '@/lib/db/as-system'
import { asSystemStoring } from '@/lib/db/as-system-storing'
import { storeFile } from '@/lib/db/release-files'
import { setFrozen } from '@/lib/db/releases'
import { Refusal } from '@/lib/errors'
import { freezeRelease } from './freeze-release'
import { workOutPreview } from './preview-release'
import { rebuildRelease } from './rebuild-release'
import type { JobHandler } from './job-handler'
import { runJob } from './run-job'
import { killedInPhase } from './testing/killed-in-phase'
import { freezeJob } from './write-release'
import { meaning, studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
beforeAll(async () => {
  study = await studyToRelease(db, { items: 60 })
})

test('killed while files are written, the release is not frozen and hides what is there; taken over, it is whole', async () => {
  const formats = taskOf('error-spans').formats.map(({ code }) => code)
  const releaseId = await study.draft({ ratios: { train: 4, validation: 3, test: 3 }, formats, readers: 'pseudonyms' }, { title: 'Killed' })
  const { jobId } = await freezeRelease(study.admin, { releaseId, proof: 'Killed', meaning, print: await workOutPreview(study.admin, releaseId) })
  await killedInPhase(db, jobId, 'writing')

  const [left] = await db.sql<{ state: string; items: number }>(
    `select state::text, (select count(*)::int from release_item where release_id = r.id) as items from release r where id = $1`,
    [releaseId],
  )
  expect(left).toEqual({ state: 'freezing', items: 60 })
  const researcher = await study.person('researcher')
  expect(await db.sqlAs(researcher.personId, 'select id from release union all select id from release_file')).toEqual([])

  expect(await runJob(jobId, { onDefect: (_, error) => expect.unreachable(String(error)), silentMs: 0 })).toBe(true)
  const [after] = await db.sql<{ state: string }>('select state::text from release where id = $1', [releaseId])
  expect(after).toEqual({ state: 'frozen' })
  expect((await rebuildRelease(study.admin, { releaseId })).ok).toBe(true)
})

test('a worker that was silent for too long neither adds to what its successor writes, nor clears it away, nor freezes it without a file', async () => {
  const releaseId = await study.draft({}, { title: 'Lost' })
  const { jobId } = await freezeRelease(study.admin, { releaseId, proof: 'Lost', meaning, print: await workOutPreview(study.admin, releaseId) })
  const [{ count: before }] = (await db.sql<{ count: number }>(`select count(*)::int from audit_event where kind = 'release-given-up'`)) as [{ count: number }]
  const successor = { releaseId, path: 'native/test.jsonl' }
  const late: JobHandler = {
    ...freezeJob,
    run: async (_viewer, job, context) => {
      await db.sql('update job set claim = gen_random_uuid() where id = $1', [jobId])
      await db.sql(`insert into release_file (release_id, path, media_type, bytes, sha256, crc32) values ($1, $2, 'text/plain', 0, '', 0)`, Object.values(successor))
      const adds = asSystemStoring({ reason: 'release-signed', actor: job.personId }, async (store) => {
        await storeFile(store, releaseId, { path: 'late', split: null, mediaType: 'text/plain' }, [])
        await context.hold(store)
      })
      await expect(adds).rejects.toMatchObject({ why: 'lost' })
      throw new Refusal('conflict', 'release-empty')
    },
  }
  await runJob(jobId, { onDefect: (_, error) => expect.unreachable(String(error)), handlers: { freeze: late } })
  expect(await db.sql('select path from release_file where release_id = $1', [releaseId])).toEqual([{ path: successor.path }])
  expect(await db.sql('select state::text from release where id = $1', [releaseId])).toEqual([{ state: 'freezing' }])
  expect(await db.sql(`select count(*)::int from audit_event where kind = 'release-given-up'`)).toEqual([{ count: before }])

  const manifest = JSON.stringify({ files: [{}, {}] })
  const sealed = asSystem({ reason: 'release-frozen', actor: study.admin.personId }, (tx) =>
    setFrozen(tx, releaseId, { version: '9.0.0', facts: {}, manifest, manifestHash: new Uint8Array(32), at: new Date() }),
  )
  expect(await sealed).toBe(false)
})
