import { beforeAll, expect, test } from 'vitest'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { readAgreement } from './read-agreement'
import { reopenItem } from './reopen-item'
import { studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
beforeAll(async () => {
  study = await studyToRelease(db, { items: 12 })
}, 120_000)

test('agreement is of closed items, by pseudonym, and names nobody', async () => {
  const found = await readAgreement(study.admin, { study: study.slug })
  expect(found).toMatchObject({ task: 'error-spans', items: 12, readings: 24 })
  expect(found.measures.find(({ metric }) => metric === 'span-f1')).toMatchObject({ value: 1 })
  const pairs = found.groups.filter(({ facet }) => facet === 'pair')
  expect(pairs).toHaveLength(1)
  expect(pairs[0]!.name).toMatch(/^R-[0-9A-F]{10} · R-[0-9A-F]{10}$/)
  expect(pairs[0]!.measures.find(({ metric }) => metric === 'kappa')).toMatchObject({ value: 1, items: 12 })
  expect(found.groups.filter(({ facet }) => facet === 'specialty').map(({ name }) => name)).toEqual(['cardiology', 'endocrinology'])
  const people = await db.sql<{ id: string; name: string; email: string }>('select id, name, email from person')
  for (const { id, name, email } of people) for (const secret of [id, name, email]) expect(JSON.stringify(found)).not.toContain(secret)
})

test('for everybody but the study’s admins there is no such page', async () => {
  for (const viewer of [study.readers[0]!, await study.person('researcher')]) await expect(readAgreement(viewer, { study: study.slug })).rejects.toMatchObject({ code: 'not-found' })
})

test('of an item that is open again nothing is left in any number', async () => {
  const rows = await db.sql<{ id: string }>('select id from item where study_id = $1 order by external_id limit 5', [study.studyId])
  for (const { id } of rows) await reopenItem(study.admin, { study: study.slug, itemId: id, reason: 'Look again.' })
  const found = await readAgreement(study.admin, { study: study.slug })
  expect(found).toMatchObject({ items: 7, readings: 14 })
  for (const { measures } of found.groups) for (const { items } of measures) expect(items).toBeLessThanOrEqual(7)
})
