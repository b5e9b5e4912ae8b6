import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Role } from '@/lib/blinding/viewer'
import { answerThread } from './answer-thread'
import { askAdmins } from './ask-admins'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { declineSeat } from './decline-seat'
import { giveVerdict } from './give-verdict'
import { listBench } from './list-bench'
import { listDesk } from './list-desk'
import { listEvents } from './list-events'
import { listItems } from './list-items'
import { listThreads } from './list-threads'
import { readItem } from './read-item'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()

/** A study that two physicians have read one item of, and people in as many roles as they are given. */
async function read({ differing = false, readers = 2 } = {}) {
  const study = await studyWith({ k: readers })
  const [ann, ben] = study.viewers
  const person = async (...roles: Role[]) => {
    const { personId } = await makePerson()
    await addMember(study.studyId, personId, ...roles)
    return viewerOf(personId)
  }
  const both = await person('admin', 'adjudicator', 'reader')
  await study.submit(ann!, (await study.claim(ann!))!, correct)
  await study.submit(ben!, (await study.claim(ben!))!, differing ? wrong(span(0, 9)) : correct)
  await passGrace(study.studyId)
  const settle = async (viewer: typeof both) => (await claimDispute(viewer, { studyId: study.studyId, beyond: [] })).adjudicationId
  const seat = async (viewer: typeof both) => (await claimSeat(viewer, { studyId: study.studyId, beyond: [] })).seatId
  const atBench = async (viewer: typeof both) => {
    const { studies, forOthers } = await listBench(viewer, {})
    return { waiting: studies[0]?.waiting, forOthers }
  }
  const atDesk = async (viewer: typeof both) => {
    const { studies, forOthers } = await listDesk(viewer, { zone: 'UTC' })
    return { waiting: studies[0]?.waiting, forOthers }
  }
  const closedForAWhile = () => db.sql(`update item set staged_at = now() - interval '1 hour' where study_id = $1`, [study.studyId])
  const reopen = () => reopenItem(both, { study: study.slug, itemId: study.itemIds[0]!, reason: 'New evidence.' })
  const readAgain = async () => {
    await publishProtocol(study.studyId)
    await reopenItems(both, { study: study.slug, under: 1, reason: 'A clearer guideline.', batch: 'Again' })
  }
  return { ...study, both, person, settle, seat, atBench, atDesk, closedForAWhile, reopen, readAgain }
}

describe('an admin who is also an adjudicator and a reader', () => {
  it('settles what has never been closed', async () => {
    const { both, settle, atBench, protocolId } = await read({ differing: true })
    expect(await atBench(both)).toEqual({ waiting: 1, forOthers: 0 })
    const adjudicationId = await settle(both)
    await giveVerdict(both, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: correct, rationale: 'As it says.', cause: 'oversight', activeMs: 1 })
  })

  it('is not given the dispute of an item that was closed under their eyes, and is told so; another adjudicator is', async () => {
    const { both, person, settle, atBench, closedForAWhile, reopen } = await read()
    await closedForAWhile()
    await reopen()
    expect(await atBench(both)).toEqual({ waiting: 0, forOthers: 1 })
    expect(await settle(both)).toBeNull()
    const other = await person('adjudicator')
    expect(await atBench(other)).toEqual({ waiting: 1, forOthers: 0 })
    expect(await settle(other)).not.toBeNull()
    expect(await atBench(both)).toEqual({ waiting: 0, forOthers: 0 })
  })

  it('is not given a seat of it either, when it is read again', async () => {
    const { both, person, seat, atDesk, closedForAWhile, readAgain } = await read()
    await closedForAWhile()
    await readAgain()
    expect(await atDesk(both)).toEqual({ waiting: 0, forOthers: 1 })
    expect(await seat(both)).toBeNull()
    expect(await seat(await person('reader'))).not.toBeNull()
  })

  it('is not given it when they have ceased to administer the study, but is if that was before it closed', async () => {
    const { both, slug, person, settle, closedForAWhile, reopen } = await read()
    const [early, late] = [await person('admin', 'adjudicator'), await person('admin', 'adjudicator')]
    await takeRole(both, { study: slug, personId: early.personId, role: 'admin' })
    await db.sql(`update past_admin set until = now() - interval '2 hours' where person_id = $1`, [early.personId])
    await closedForAWhile()
    await takeRole(both, { study: slug, personId: late.personId, role: 'admin' })
    await reopen()
    expect(await settle(await viewerOf(late.personId))).toBeNull()
    expect(await settle(await viewerOf(early.personId))).not.toBeNull()
  })

  it('is given it when they became an admin after it was opened again', async () => {
    const { person, settle, closedForAWhile, reopen } = await read()
    await closedForAWhile()
    await reopen()
    expect(await settle(await person('admin', 'adjudicator'))).not.toBeNull()
  })
})

describe('an admin to whom an item is given to judge', () => {
  const looks = async (study: Awaited<ReturnType<typeof read>>, viewer: Awaited<ReturnType<typeof viewerOf>>) => {
    const { slug, itemIds } = study
    const item = await readItem(viewer, { study: slug, itemId: itemIds[0]! })
    const { threads, unresolved } = await listThreads(viewer, { study: slug, show: 'open', page: 1 })
    const { rows } = await listItems(viewer, { study: slug, sort: 'id', order: 'ascending', page: 0 })
    const events = await listEvents(viewer, { study: slug, zone: 'UTC' })
    return {
      submitted: item.item.submitted, ofSeats: item.item.seats, verdicts: item.verdicts.length, asides: [item.threads.length, item.declines.length, threads.length, unresolved],
      row: rows.map(({ seats, submitted }) => [seats, submitted]), events: [item.events.length > 0, events.events.some(({ itemId }) => itemId === itemIds[0])],
    } // prettier-ignore
  }
  const nothing = { submitted: 0, ofSeats: 0, verdicts: 0, asides: [0, 0, 0, 0], row: [[0, 0]], events: [false, false] }

  it('sees of its questions, its passing on, its verdicts and the count of its readings nothing until it is closed for good', async () => {
    const study = await read({ readers: 3 })
    const { studyId, both, person, itemIds, viewers, seat, submit } = study
    const other = await person('admin')
    await askAdmins(viewers[0]!, { itemId: itemIds[0]!, body: 'Is it really wrong?' })
    const passing = await person('reader')
    await declineSeat(passing, { seatId: (await seat(passing))!, reason: 'unreadable', note: 'The first line is cut off.' })
    const all = { submitted: 2, ofSeats: 3, verdicts: 0, asides: [1, 1, 1, 1], row: [[3, 2]], events: [true, true] }
    expect(await looks(study, both)).toEqual(all)
    const mine = (await seat(both))!
    expect(await looks(study, both)).toEqual(nothing)
    expect(await looks(study, other)).toEqual(all)
    const [thread] = await db.sql<{ id: string }>('select id from thread where study_id = $1', [studyId])
    await expect(answerThread(both, { study: study.slug, threadId: thread!.id, body: 'It is.', resolved: true })).rejects.toMatchObject({ code: 'not-found' })
    // The tables behind the pages.
    for (const table of ['thread', 'message', 'decline', 'audit_event where item_id is not null']) expect(await db.sqlAs(both.personId, `select from ${table}`)).toEqual([])
    await submit(both, mine, correct)
    expect(await looks(study, both)).toEqual(nothing)
    await passGrace(studyId)
    expect(await looks(study, both)).toEqual({ ...all, submitted: 3, verdicts: 1, row: [[3, 3]] })
  })

  it('nor of its dispute while it is theirs to settle', async () => {
    const study = await read({ differing: true })
    const { both, viewers, itemIds, settle, protocolId } = study
    await askAdmins(viewers[0]!, { itemId: itemIds[0]!, body: 'Is it really wrong?' })
    const adjudicationId = await settle(both)
    expect(await looks(study, both)).toEqual(nothing)
    await giveVerdict(both, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: correct, rationale: 'As it says.', cause: 'oversight', activeMs: 1 })
    expect(await looks(study, both)).toMatchObject({ submitted: 2, verdicts: 1, asides: [1, 0, 1, 1] })
  })
})

it('an admin’s dispute of an item that was still to be taken back when it was opened again is theirs: nobody had seen its names', async () => {
  const { both, settle, reopen, studyId } = await read()
  await db.sql(`update seat set submitted_at = now() where study_id = $1 and submitted_at is not null`, [studyId])
  await reopen()
  await passGrace(studyId)
  expect(await settle(both)).not.toBeNull()
})
