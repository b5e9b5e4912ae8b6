import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changeStudy } from './change-study'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { giveVerdict } from './give-verdict'
import { reopenItems } from './reopen-items'
import { submitJudgment } from './submit-judgment'
import { takeRole } from './take-role'
import { correct, span as markOf, studyWith, wrong } from './testing/reading-study'
import { withdrawItems } from './withdraw-items'

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
const waitForLocks = (people: number) =>
  vi.waitUntil(
    async () =>
      (await db.sql(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`))
        .length >= people,
    { timeout: 60_000 },
  )
const somebodyWaitsForALock = () => waitForLocks(1)

/** What became of it: `done`, or why it was refused. */
const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { reason?: string; message: string }) => error.reason ?? error.message,
  )

/** A closed study of one item with a dispute that an adjudicator holds, a newer protocol, and an admin. */
async function disputed() {
  const { studyId, protocolId, viewers, itemIds, claim, submit } = await studyWith()
  await submit(viewers[0]!, (await claim(viewers[0]!))!, correct)
  await submit(viewers[1]!, (await claim(viewers[1]!))!, wrong(markOf(13, 28)))
  await passGrace(studyId)
  const [judge, admin] = [await makePerson(), await makePerson()]
  await addMember(studyId, judge.personId, 'adjudicator')
  await addMember(studyId, admin.personId, 'admin')
  const [{ slug }] = (await db.sql<{ slug: string }>('select slug from study where id = $1', [studyId])) as [{ slug: string }]
  return { studyId, slug, protocolId, itemId: itemIds[0]!, judge: await viewerOf(judge.personId), admin: await viewerOf(admin.personId) }
}

test('whoever loses their role in the midst of a claim holds nothing afterwards', async () => {
  const { studyId, slug, judge, admin } = await disputed()
  const { studyId: reading, viewers: [reader] } = await studyWith()
  await addMember(reading, admin.personId, 'admin')
  const [{ readingSlug }] = (await db.sql<{ readingSlug: string }>('select slug as "readingSlug" from study where id = $1', [reading])) as [{ readingSlug: string }]
  for (const [role, claimed, personId, study, where] of [
    ['adjudicator', 'claim_adjudication', judge.personId, studyId, slug],
    ['reader', 'claim_seat', reader!.personId, reading, readingSlug],
  ] as const) {
    const claiming = await db.begin()
    await claiming.sql(`select set_config('app.viewer_id', $1, true)`, [personId])
    await claiming.sql(`select ${claimed}($1, $2, interval '30 minutes')`, [personId, study])
    const taken = outcome(takeRole(await viewerOf(admin.personId), { study: where, personId, role }))
    await somebodyWaitsForALock()
    await claiming.commit()
    expect(await taken).toBe('done')
    const table = role === 'reader' ? 'seat' : 'adjudication'
    expect(await db.sql(`select from ${table} where person_id = $1`, [personId])).toEqual([])
    expect(await db.sql(`select from hand where person_id = $1 and ended_at is null`, [personId])).toEqual([])
  }
})

test('of a verdict and a re-reading of the same item at once, one comes first and the other is told; neither locks the other out', async () => {
  const { studyId, slug, protocolId, itemId, judge, admin } = await disputed()
  await publishProtocol(studyId)
  const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
  const busy = await db.begin()
  await busy.sql('select from item where id = $1 for update', [itemId])
  const reopened = outcome(reopenItems(admin, { study: slug, under: 1, reason: 'a clearer guideline', batch: 'Again' }))
  await waitForLocks(1)
  const settled = outcome(
    giveVerdict(judge, { adjudicationId: adjudicationId!, protocolId, outcome: 'unusable', answer: null, rationale: 'Too short', cause: 'missing-context', activeMs: 1 }),
  )
  await waitForLocks(2)
  await busy.commit()
  expect([await reopened, await settled]).toEqual(['done', 'dispute-ended'])
  expect(await db.sql('select stage::text, round from item where id = $1', [itemId])).toEqual([{ stage: 'reading', round: 2 }])
})

test('a dispute is claimed while its item is withdrawn: either way it is nobody’s afterwards', async () => {
  const { studyId, slug, itemId, judge, admin } = await disputed()
  const claiming = await db.begin()
  await claiming.sql('select from adjudication where item_id = $1 for update', [itemId])
  const withdrawn = outcome(withdrawItems(admin, { study: slug, itemIds: [itemId], reason: 'a duplicate' }))
  await somebodyWaitsForALock()
  await claiming.sql(`insert into hand (item_id, person_id, role) values ($1, $2, 'adjudicator')`, [itemId, judge.personId])
  await claiming.sql(`update adjudication set person_id = $2, hand_role = 'adjudicator', lease_until = now() + interval '1 hour' where item_id = $1`, [itemId, judge.personId])
  await claiming.commit()
  expect(await withdrawn).toBe('done')
  expect(await db.sql(`select from hand where person_id = $1 and ended_at is null`, [judge.personId])).toEqual([])
  expect((await claimDispute(judge, { studyId, beyond: [] })).adjudicationId).toBeNull()
})

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
