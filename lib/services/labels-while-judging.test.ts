/** Whoever judges an item is not given its labels, in whichever role they would be: a released item may be read again. */
import { beforeAll, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { medec } from '@/lib/tasks/error-spans/templates/medec'
import { addMember, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { declineDispute } from './decline-dispute'
import { openFile, openZip } from './open-download'
import { readRelease } from './read-release'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { submitJudgment } from './submit-judgment'
import { takeBackJudgment } from './take-back-judgment'
import { allOf, answerTo, studyToRelease, type StudyToRelease } from './testing/study-to-release'

const db = freshDatabase()
let study: StudyToRelease
let releaseId: string
let path: string[]
let reader: Viewer

/** Reading an item again and researching at once, in one person. */
beforeAll(async () => {
  study = await studyToRelease(db, { items: 3 })
  releaseId = await study.released({}, { public: true })
  const [file] = await db.sql<{ path: string }>(`select path from release_file where release_id = $1 and split = 'test' order by path limit 1`, [releaseId])
  path = file!.path.split('/')
  reader = study.readers[0]!
  await addMember(study.studyId, reader.personId, 'researcher')
  reader = await viewerOf(reader.personId)
  await publishProtocol(study.studyId, medec.form)
  await reopenItems(study.admin, { study: study.slug, under: 1, reason: 'A clearer guideline.', batch: 'Again' })
})

const take = async (viewer: Viewer) => {
  const file = await openFile(viewer, { releaseId, path })
  return allOf(await file.send(0, file.size))
}
const takeAll = async (viewer: Viewer) => (await openZip(viewer, { releaseId })).send(0, 10)
const refused = { code: 'conflict', reason: 'labels-while-judging' }
const newest = async () => (await db.sql<{ id: string }>('select id from protocol where study_id = $1 order by number desc limit 1', [study.studyId]))[0]!.id
const downloadsOf = async ({ personId }: Viewer) => (await db.sql(`select from download where person_id = $1 and split is not null`, [personId])).length
const handIn = async (viewer: Viewer, seatId: string) => {
  const [item] = await db.sql<{ text: string }>('select i.text from seat s join item i on i.id = s.item_id where s.id = $1', [seatId])
  await submitJudgment(viewer, { seatId, protocolId: await newest(), clientId: crypto.randomUUID(), answer: answerTo(item!.text), activeMs: 1 })
}

test('who has a released item to read is refused its labels and told why; handed in, they are theirs, and the reading stands', async () => {
  const { seatId } = await claimSeat(reader, { studyId: study.studyId, beyond: [] })
  await expect(take(reader)).rejects.toMatchObject(refused)
  await expect(takeAll(reader)).rejects.toMatchObject(refused)
  expect(await downloadsOf(reader)).toBe(0)
  expect(await readRelease(reader, { releaseId })).toMatchObject({ open: ['test'], judged: ['test'] })
  const card = await openFile(reader, { releaseId, path: ['README.md'] })
  expect((await allOf(await card.send(0, card.size))).length).toBeGreaterThan(0)

  await handIn(reader, seatId!)
  expect((await take(reader)).length).toBeGreaterThan(0)
  await expect(takeBackJudgment(reader, { seatId: seatId! })).rejects.toMatchObject({ code: 'conflict', reason: 'too-late-to-take-back' })
  expect((await claimSeat(reader, { studyId: study.studyId, beyond: [] })).seatId).toBeNull()
})

test('of a claim and a download at once one is refused, whichever comes first', async () => {
  const other = study.readers[1]!
  const [claimed, given] = await Promise.allSettled([claimSeat(other, { studyId: study.studyId, beyond: [] }), take(other)])
  const seatId = claimed.status === 'fulfilled' ? claimed.value.seatId : null
  expect([seatId !== null, given.status === 'fulfilled'].toSorted()).toEqual([false, true])
  if (seatId) await handIn(other, seatId)
})

test('who has a dispute of a released item to settle is refused its labels until they have passed it on', async () => {
  const { personId } = await study.person('reader')
  await addMember(study.studyId, personId, 'adjudicator')
  const judge = await viewerOf(personId)
  for (const viewer of [await study.person('reader'), await study.person('reader')])
    for (let seatId: string | null; (seatId = (await claimSeat(viewer, { studyId: study.studyId, beyond: [] })).seatId);) await handIn(viewer, seatId)
  const [closed] = await db.sql<{ id: string }>(`select id from item where study_id = $1 and stage = 'closed' limit 1`, [study.studyId])
  await reopenItem(study.admin, { study: study.slug, itemId: closed!.id, reason: 'Look again.' })
  await passGrace(study.studyId)
  const { adjudicationId } = await claimDispute(judge, { beyond: [] })
  await expect(take(judge)).rejects.toMatchObject(refused)
  await declineDispute(judge, { adjudicationId: adjudicationId!, reason: 'outside-my-competence', note: '' })
  expect((await take(judge)).length).toBeGreaterThan(0)
})
