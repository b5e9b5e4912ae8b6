import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Role, Viewer } from '@/lib/blinding/viewer'
import type { Refusal } from '@/lib/errors'
import { answerThread } from './answer-thread'
import { askAdmins } from './ask-admins'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { declineSeat } from './decline-seat'
import { giveVerdict } from './give-verdict'
import { listBench } from './list-bench'
import { listDesk } from './list-desk'
import { exportReadings } from './export-readings'
import { readDownloads } from './export-verdicts'
import { listBatches } from './list-batches'
import { listEvents } from './list-events'
import { listItems } from './list-items'
import { listStudyReleases } from './list-releases'
import { listThreads } from './list-threads'
import { readItem } from './read-item'
import { readOverview } from './read-overview'
import { listStudies } from './read-study'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { takeBackJudgment } from './take-back-judgment'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'
import { unsealItem } from './unseal-item'

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

/** What an admin is shown of a study's one item, wherever it is told. */
const looks = async ({ slug, itemIds }: Pick<Awaited<ReturnType<typeof studyWith>>, 'slug' | 'itemIds'>, viewer: Viewer) => {
  const item = await readItem(viewer, { study: slug, itemId: itemIds[0]! })
  const { threads, unresolved } = await listThreads(viewer, { study: slug, show: 'open', page: 1 })
  const { rows } = await listItems(viewer, { study: slug, sort: 'id', order: 'ascending', page: 0 })
  const events = await listEvents(viewer, { study: slug, zone: 'UTC' })
  const overview = await readOverview(viewer, { study: slug, zone: 'UTC' })
  const { batches } = await listBatches(viewer, { study: slug, zone: 'UTC', page: 'all' })
  const summary = (await listStudies(viewer)).studies.find((one) => one.slug === slug)
  const shown = await Promise.all((['reading', 'adjudicating', 'closed'] as const).map((stage) => listItems(viewer, { study: slug, stage, sort: 'moved', order: 'ascending', page: 0 })))
  const undecided = await listItems(viewer, { study: slug, verdict: 'none', sort: 'stage', order: 'ascending', page: 0 })
  const stages = {
    item: item.item.stage, row: rows.map(({ stage }) => stage), filtered: [...shown, undecided].map(({ rows: found }) => found.length), overview: overview.items,
    batch: batches.map(({ reading, adjudicating, closed }) => [reading, adjudicating, closed]), summary: [summary?.reading, summary?.adjudicating, summary?.closed],
    disputes: overview.disputes.count, atBench: overview.notCounted.bench, outcomes: overview.outcomes, downloads: await readDownloads(viewer, { study: slug }), releasable: (await listStudyReleases(viewer, { study: slug })).closed,
  } // prettier-ignore
  return {
    stages,
    submitted: item.item.submitted, ofSeats: item.item.seats, verdicts: item.verdicts.length, asides: [item.threads.length, item.declines.length, threads.length, unresolved],
    row: rows.map(({ seats, submitted }) => [seats, submitted]), events: [item.events.length > 0, events.events.some(({ itemId }) => itemId === itemIds[0])],
  } // prettier-ignore
}

describe('an admin to whom an item is given to judge', () => {
  const nothing = { submitted: 0, ofSeats: 0, verdicts: 0, asides: [0, 0, 0, 0], row: [[0, 0]], events: [false, false] }

  it('sees of its questions, its passing on, its verdicts and the count of its readings nothing until it is closed for good', async () => {
    const study = await read({ readers: 3 })
    const { studyId, both, person, itemIds, viewers, seat, submit } = study
    const other = await person('admin')
    await askAdmins(viewers[0]!, { itemId: itemIds[0]!, body: 'Is it really wrong?' })
    const passing = await person('reader')
    await declineSeat(passing, { seatId: (await seat(passing))!, reason: 'unreadable', note: 'The first line is cut off.' })
    const all = { submitted: 2, ofSeats: 3, verdicts: 0, asides: [1, 1, 1, 1], row: [[3, 2]], events: [true, true] }
    expect(await looks(study, both)).toMatchObject(all)
    const mine = (await seat(both))!
    expect(await looks(study, both)).toMatchObject(nothing)
    expect(await looks(study, other)).toMatchObject(all)
    const [thread] = await db.sql<{ id: string }>('select id from thread where study_id = $1', [studyId])
    await expect(answerThread(both, { study: study.slug, threadId: thread!.id, body: 'It is.', resolved: true })).rejects.toMatchObject({ code: 'not-found' })
    // The tables behind the pages.
    for (const table of ['thread', 'message', 'decline', 'audit_event where item_id is not null']) expect(await db.sqlAs(both.personId, `select from ${table}`)).toEqual([])
    await submit(both, mine, correct)
    expect(await looks(study, both)).toMatchObject(nothing)
    await passGrace(studyId)
    expect(await looks(study, both)).toMatchObject({ ...all, submitted: 3, verdicts: 1, row: [[3, 3]] })
  })

  it('nor of its dispute while it is theirs to settle', async () => {
    const study = await read({ differing: true })
    const { both, viewers, itemIds, settle, protocolId } = study
    await askAdmins(viewers[0]!, { itemId: itemIds[0]!, body: 'Is it really wrong?' })
    const adjudicationId = await settle(both)
    expect(await looks(study, both)).toMatchObject(nothing)
    await giveVerdict(both, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: correct, rationale: 'As it says.', cause: 'oversight', activeMs: 1 })
    expect(await looks(study, both)).toMatchObject({ submitted: 2, verdicts: 1, asides: [1, 0, 1, 1] })
  })
})

describe('an admin who has read an item that the last reading has settled', () => {
  /** All that they see, and all that they are refused, where the other reader has said this. */
  async function handedIn(differing: boolean, last: 'theirs' | 'the other’s') {
    const study = await studyWith({ k: 2, readers: 1 })
    const { studyId, slug, itemIds, viewers, claim, submit } = study
    const { personId } = await makePerson()
    await addMember(studyId, personId, 'admin', 'reader')
    const both = await viewerOf(personId)
    const [mine, others] = [(await claim(both))!, (await claim(viewers[0]!))!]
    const hands = [() => submit(viewers[0]!, others, differing ? wrong(span(0, 9)) : correct), () => submit(both, mine, correct)]
    for (const hand of last === 'theirs' ? hands : hands.reverse()) await hand()
    const refusal = (act: Promise<unknown>) => act.then(() => 'done', ({ reason, values }: Refusal) => ({ reason, values }))
    const exported = async () => {
      let all = ''
      for await (const piece of (await exportReadings(both, { study: slug })).lines) all += piece
      return all
    }
    const look = async () => ({
      ...(await looks(study, both)), exported: await exported(),
      reopened: await refusal(reopenItem(both, { study: slug, itemId: itemIds[0]!, reason: 'Let me see.' })),
      unsealed: await refusal(unsealItem(both, { study: slug, itemId: itemIds[0]!, reason: 'Let me see.' })),
    }) // prettier-ignore
    return { ...study, both, mine, look }
  }

  it.each(['theirs', 'the other’s'] as const)('sees it being read until nobody can take a reading back, agreed or not, where %s came last', async (last) => {
    const [agreed, differing] = [await handedIn(false, last), await handedIn(true, last)]
    const seen = await agreed.look()
    expect(await differing.look()).toEqual(seen)
    expect(seen.stages).toMatchObject({ item: 'reading', row: ['reading'], filtered: [1, 0, 0, 0], batch: [[1, 0, 0]], summary: [1, 0, 0], disputes: 0, atBench: 0, releasable: 0 })
    expect(seen).toMatchObject({ exported: '', reopened: { reason: 'item-moved-on', values: { stage: 'reading' } } })
    await takeBackJudgment(differing.both, { seatId: differing.mine })
    await passGrace(agreed.studyId)
    expect(await looks(agreed, agreed.both)).toMatchObject({ stages: { item: 'closed', outcomes: { consensus: 1 } }, verdicts: 1 })
  })

  it('sees its dispute when nobody can, and whoever has no part in it does at once', async () => {
    const study = await handedIn(true, 'theirs')
    const { personId } = await makePerson()
    await addMember(study.studyId, personId, 'admin')
    expect(await looks(study, await viewerOf(personId))).toMatchObject({ stages: { item: 'adjudicating', disputes: 1, atBench: 1 } })
    await passGrace(study.studyId)
    expect(await looks(study, study.both)).toMatchObject({ stages: { item: 'adjudicating', row: ['adjudicating'], filtered: [0, 1, 0, 0], disputes: 1 } })
  })
})

it('an admin’s dispute of an item that was still to be taken back when it was opened again is theirs: nobody had seen its names', async () => {
  const { both, settle, reopen, studyId } = await read()
  await db.sql(`update seat set submitted_at = now() where study_id = $1 and submitted_at is not null`, [studyId])
  await reopen()
  await passGrace(studyId)
  expect(await settle(both)).not.toBeNull()
})
