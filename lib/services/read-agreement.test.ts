import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { StudyAgreement } from '@/lib/tasks/study-agreement'
import { cancelJob } from './cancel-job'
import { readAgreement } from './read-agreement'
import { reopenItem } from './reopen-item'
import { runJob } from './run-job'
import { runJobNow } from './run-job-now'
import { killedInPhase } from './testing/killed-in-phase'
import { studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
beforeAll(async () => {
  study = await studyToRelease(db, { items: 12 })
})

const read = (viewer = study.admin) => readAgreement(viewer, { study: study.slug })
/** As the page finds it once the counting that it began is done. */
async function counted(): Promise<StudyAgreement> {
  const { jobId } = await read()
  await runJobNow(study.admin, jobId!)
  const { kept, jobId: none } = await read()
  expect(none).toBeNull()
  return kept!
}

test('for everybody but the study’s admins there is no such page, and nothing of what is kept', async () => {
  const others = [study.readers[0]!, await study.person('researcher')]
  for (const viewer of others) await expect(read(viewer)).rejects.toMatchObject({ code: 'not-found' })
  expect(await db.sql('select from job')).toEqual([])
  await counted()
  for (const { personId } of others) {
    expect(await db.sqlAs(personId, 'select * from study_agreement')).toEqual([])
    expect(await db.sqlAs(personId, 'select agreement_stamp($1)', [study.studyId])).toEqual([{ agreement_stamp: null }])
    await expect(db.sqlAs(personId, `insert into study_agreement (study_id, stamp, found) values ($1, '', '{}')`, [study.studyId])).rejects.toThrow(/row-level security/)
  }
  expect(await db.sqlAs(study.admin.personId, 'select study_id from study_agreement')).toEqual([{ study_id: study.studyId }])
})

test('agreement is of closed items, by pseudonym, and names nobody', async () => {
  const { kept, jobId } = await read()
  expect(jobId).toBeNull()
  expect(kept).toMatchObject({ items: 12, readings: 24 })
  expect(kept!.measures.find(({ metric }) => metric === 'span-f1')).toMatchObject({ value: 1 })
  const pairs = kept!.groups.filter(({ facet }) => facet === 'pair')
  expect(pairs).toHaveLength(1)
  expect(pairs[0]!.name).toMatch(/^R-[0-9A-F]{10} · R-[0-9A-F]{10}$/)
  expect(pairs[0]!.measures.find(({ metric }) => metric === 'kappa')).toMatchObject({ value: 1, items: 12 })
  expect(kept!.groups.filter(({ facet }) => facet === 'specialty').map(({ name }) => name)).toEqual(['cardiology', 'endocrinology'])
  const people = await db.sql<{ id: string; name: string; email: string }>('select id, name, email from person')
  for (const { id, name, email } of people) for (const secret of [id, name, email]) expect(JSON.stringify(kept)).not.toContain(secret)
})

test('what was counted by earlier rules is counted again, and the same readings by the same rules are not', async () => {
  expect((await read()).jobId).toBeNull()
  await db.sql(`update study_agreement set stamp = regexp_replace(stamp, '^[0-9]+ ', '')`)
  expect((await counted()).items).toBe(12)
})

test('as soon as readings have moved on they are counted again, by one job however many look, and the figures of before stay in view', async () => {
  const rows = await db.sql<{ id: string }>('select id from item where study_id = $1 order by external_id limit 5', [study.studyId])
  for (const { id } of rows) await reopenItem(study.admin, { study: study.slug, itemId: id, reason: 'Look again.' })
  const looks = await Promise.all([read(), read(), read()])
  expect(new Set(looks.map(({ jobId }) => jobId)).size).toBe(1)
  for (const { kept } of looks) expect(kept).toMatchObject({ items: 12 })
  const found = await counted()
  expect(found).toMatchObject({ items: 7, readings: 14 })
  // Of an item that is open again nothing is left in any number.
  for (const { measures } of found.groups) for (const { items } of measures) expect(items).toBeLessThanOrEqual(7)
})

test('a counting that is cancelled, or whose worker is killed, leaves what is kept as it was; taken over, it is done', async () => {
  const [row] = await db.sql<{ id: string }>(`select id from item where study_id = $1 and stage = 'closed' limit 1`, [study.studyId])
  await reopenItem(study.admin, { study: study.slug, itemId: row!.id, reason: 'And again.' })
  const first = await read()
  await cancelJob(study.admin, { jobId: first.jobId! })
  const { jobId } = await read()
  expect(jobId).not.toBe(first.jobId)
  await killedInPhase(db, jobId!, 'measuring')
  expect(await read()).toEqual({ kept: first.kept, jobId })
  expect(await runJob(jobId!, { onDefect: (_, error) => expect.unreachable(String(error)), silentMs: 0 })).toBe(true)
  expect(await read()).toMatchObject({ kept: { items: 6 }, jobId: null })
})
