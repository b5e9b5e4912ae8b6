import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changeStudy } from './change-study'
import { claimSeat } from './claim-seat'
import { submitJudgment } from './submit-judgment'

const db = freshDatabase()
const span = (start: number, end: number, quote: string) => ({
  id: randomUUID(),
  start,
  end,
  quote,
  type: 'diagnosis',
  correction: 'x',
  explanation: 'x',
  references: [],
})
const answer = {
  veracity: 'erroneous',
  spans: [span(0, 3, 'one'), span(4, 7, 'two')],
  difficulty: null,
  confidence: 2,
  note: '',
}

/** A study in which any number of errors may be marked, its admin, and a reader about to hand in two. */
async function race() {
  const { studyId, slug } = await makeStudy()
  const protocolId = await publishProtocol(studyId)
  const [itemId] = await addItems(studyId, [{ text: 'one two' }])
  await openBatch(studyId)
  const [admin, reader] = [await makePerson(), await makePerson()]
  await addMember(studyId, admin.personId, 'admin')
  await addMember(studyId, reader.personId, 'reader')
  const viewer = await viewerOf(reader.personId)
  const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
  const submit = () => submitJudgment(viewer, { seatId: seatId!, protocolId, clientId: randomUUID(), answer, activeMs: 1 })
  const change = async () =>
    changeStudy(await viewerOf(admin.personId), {
      study: slug,
      name: 'x',
      description: '',
      languages: ['en'],
      licence: null,
      readersPerItem: 2,
      policy: 'on-disagreement',
      settings: { errorsPerText: 'exactly-one', tolerance: 'exact' },
      showsVerdicts: false,
      reason: '',
    })
  return { studyId, itemId, seatId, protocolId, submit, change }
}
const somebodyWaitsForALock = () =>
  vi.waitUntil(
    async () =>
      (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
        .length > 0,
    { timeout: 10_000 },
  )

test('a submission that comes during a change of settings waits, and is then judged by the new ones', async () => {
  const { studyId, submit } = await race()
  const changing = await db.begin()
  await changing.sql('select from study where id = $1 for update', [studyId])
  const submitted = submit().then(
    () => 'taken',
    (error: { fields?: unknown }) => error.fields,
  )
  await somebodyWaitsForALock()
  await changing.sql(`update study set settings = '{"errorsPerText":"exactly-one","tolerance":"exact"}' where id = $1`, [studyId])
  await changing.commit()
  expect(await submitted).toEqual([{ path: 'spans', code: 'span-only-one', values: { count: 2 } }])
})

test('a change of settings that comes during the first submission waits, and is then refused', async () => {
  const { studyId, itemId, seatId, protocolId, change } = await race()
  const submitting = await db.begin()
  await submitting.sql('select from study where id = $1 for key share', [studyId])
  await submitting.sql('update seat set submitted_at = now() where id = $1', [seatId])
  await submitting.sql(
    `insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer) values ($1, $2, $3, $4, 1, gen_random_uuid(), $5)`,
    [seatId, itemId, studyId, protocolId, answer],
  )
  const changed = change().then(
    () => 'changed',
    (error: { reason?: string }) => error.reason,
  )
  await somebodyWaitsForALock()
  await submitting.commit()
  expect(await changed).toBe('study-settings-frozen')
})
