import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Role } from '@/lib/blinding/viewer'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { giveVerdict } from './give-verdict'
import { listBench } from './list-bench'
import { listDesk } from './list-desk'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()

/** A study that two physicians have read one item of, and people in as many roles as they are given. */
async function read({ differing = false } = {}) {
  const study = await studyWith()
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

it('an admin’s dispute of an item that was still to be taken back when it was opened again is theirs: nobody had seen its names', async () => {
  const { both, settle, reopen, studyId } = await read()
  await db.sql(`update seat set submitted_at = now() where study_id = $1 and submitted_at is not null`, [studyId])
  await reopen()
  await passGrace(studyId)
  expect(await settle(both)).not.toBeNull()
})
