/** A worker that is killed while it freezes leaves no half release: whoever takes the job over begins from the beginning. */
import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { taskOf } from '@/lib/tasks/registry'
import { freezeRelease } from './freeze-release'
import { rebuildRelease } from './rebuild-release'
import { runJob } from './run-job'
import { killedInPhase } from './testing/killed-in-phase'
import { meaning, studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
beforeAll(async () => {
  study = await studyToRelease(db, { items: 60 })
}, 120_000)

test('killed while files are written, the release is not frozen and hides what is there; taken over, it is whole', { timeout: 120_000 }, async () => {
  const formats = taskOf('error-spans').formats.map(({ code }) => code)
  const releaseId = await study.draft({ ratios: { train: 4, validation: 3, test: 3 }, formats, readers: 'pseudonyms' }, { title: 'Killed' })
  const { jobId } = await freezeRelease(study.admin, { releaseId, proof: 'Killed', meaning })
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
