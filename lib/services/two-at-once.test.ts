/** What is asked of the database while somebody else's answer to it is not committed yet. */
import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimSeat } from './claim-seat'

const db = freshDatabase()

/** Items that are being read, and somebody who may. */
async function reading(items: number) {
  const { studyId } = await makeStudy({ readersPerItem: 1 })
  await publishProtocol(studyId)
  const ids = await addItems(studyId, Array.from({ length: items }, (_, n) => ({ text: `Text ${n}.`, externalId: `item-${n}` })))
  const batchId = await openBatch(studyId)
  const { personId } = await makePerson()
  await addMember(studyId, personId, 'reader')
  return { studyId, batchId, ids, reader: await viewerOf(personId) }
}
const waitForLock = () =>
  vi.waitUntil(async () => (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`)).length > 0, { timeout: 60_000 })
const claiming = async (personId: string, call: string, ...values: unknown[]) => {
  const claim = await db.begin()
  await claim.sql(`select set_config('app.viewer_id', $1, true)`, [personId])
  await claim.sql(`select ${call}`, values)
  return claim
}
/** What is begun while a transaction is open, and is to wait for it. */
async function behind(open: { commit: () => Promise<void> }, work: () => Promise<unknown>): Promise<void> {
  const done = work()
  await waitForLock()
  await open.commit()
  await done
}

test('two tabs that ask at once hold no more between them than one', async () => {
  const { studyId, reader } = await reading(12)
  for (let held = 0; held < 4; held++) await claimSeat(reader, { studyId, beyond: await heldBy(reader.personId) })
  const beyond = await heldBy(reader.personId)
  expect(beyond).toHaveLength(4)
  const first = await claiming(reader.personId, `take_seat($1, $2, 5, '30 minutes')`, studyId, beyond)
  await behind(first, () => claimSeat(reader, { studyId, beyond }))
  expect(await heldBy(reader.personId)).toHaveLength(5)
})
const heldBy = async (personId: string) => (await db.sql<{ id: string }>('select id from seat where person_id = $1 and submitted_at is null', [personId])).map(({ id }) => id)

test('whoever is given a reading while their pool is narrowed does not keep it', async () => {
  const { studyId, batchId, reader } = await reading(1)
  const claim = await claiming(reader.personId, `claim_seat($1, $2, '30 minutes')`, reader.personId, studyId)
  await behind(claim, () => db.sql('update batch_pool set people = array[gen_random_uuid()] where batch_id = $1', [batchId]))
  expect(await heldBy(reader.personId)).toEqual([])
  expect(await db.sql('select ended_by as by from hand where person_id = $1', [reader.personId])).toEqual([{ by: 'pool' }])
})

test('whoever is given a reading while it turns out to be by somebody they know does not keep it', async () => {
  const { studyId, ids, reader } = await reading(1)
  await db.sql(`insert into conflict_of_interest (person_id, kind, value) values ($1, 'source', 'Ward 7')`, [reader.personId])
  const claim = await claiming(reader.personId, `claim_seat($1, $2, '30 minutes')`, reader.personId, studyId)
  await db.sql(`update item set source = 'Ward 7' where id = $1`, [ids[0]])
  const free = async () => {
    const door = await db.begin()
    await door.sql(`select set_config('app.system', 'test', true)`)
    await door.sql(`select conflicts_of_corrected($1::uuid[])`, [ids])
    await door.commit()
  }
  await behind(claim, free)
  expect(await heldBy(reader.personId)).toEqual([])
})

test('whoever becomes an admin while an item is opened again has seen nothing of it, or is not given it', async () => {
  const { studyId, ids, reader } = await reading(1)
  await db.sql(`update item set stage = 'closed', staged_at = now() - interval '1 day' where id = $1`, [ids[0]])
  const reopening = await db.begin()
  await reopening.sql(`update item set stage = 'reading' where id = $1`, [ids[0]])
  const sees = () => db.sqlAs(reader.personId, 'select from item where bared_to_viewer(id)')
  let seen: unknown[] = []
  const admitted = addMember(studyId, reader.personId, 'admin').then(async () => (seen = await sees()))
  await Promise.race([admitted, waitForLock()])
  await reopening.commit()
  await admitted
  expect(seen).toEqual([])
  expect((await claimSeat(reader, { studyId, beyond: [] })).seatId).not.toBeNull()
})

test('nothing is added to a release at the moment that it is frozen', async () => {
  const { studyId } = await makeStudy()
  const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe, state) values ($1, 'R', '{}', 'freezing') returning id`, [studyId])
  const freezing = await db.begin()
  await freezing.sql(
    `update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [release!.id],
  )
  const added = db.sql(`insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) values ($1, 'x', $2, 'test', 'c', 'late')`, [release!.id, randomUUID()]).then(
    () => 'added',
    (error: Error) => error.message,
  )
  await Promise.race([added, waitForLock()])
  await freezing.commit()
  expect(await added).toBe('release is immutable')
})

test('whoever is shown a place of an item that is opened again at the same moment is not given it to read', async () => {
  const { studyId, ids, reader } = await reading(1)
  await addMember(studyId, reader.personId, 'adjudicator')
  await db.sql(`update item set stage = 'closed' where id = $1`, [ids[0]])
  const [release] = await db.sql<{ id: string }>(`insert into release (study_id, title, recipe) values ($1, 'R', '{}') returning id`, [studyId])
  await db.sql(`insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end") values ($1, $2, 'item-0', 0, 1, 1, 2)`, [release!.id, ids[0]])
  const asked = await claiming(reader.personId, `claim_span_question($1, '30 minutes')`, reader.personId)
  await db.sql(`update item set stage = 'reading' where id = $1`, [ids[0]])
  const claim = claimSeat(reader, { studyId, beyond: [] })
  await Promise.race([claim, waitForLock()])
  await asked.commit()
  expect(await claim).toEqual({ seatId: null })
})
