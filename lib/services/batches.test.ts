import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { changeBatch } from './change-batch'
import { closeBatch } from './close-batch'
import { declineSeat } from './decline-seat'
import { listBatches } from './list-batches'
import { listDesk } from './list-desk'
import { previewBatch } from './open-batch'
import { readSeat } from './read-seat'
import { saveDraft } from './save-draft'
import { submitJudgment } from './submit-judgment'
import { all, correct, eventsOf, everyone, seatsPerItem, studyToRun } from './testing/study-to-run'

const db = freshDatabase()

describe('opening a batch', () => {
  it('gives each item exactly k seats, also when the same items are opened twice at once', async () => {
    const { studyId, open } = await studyToRun({ items: 12, k: 3 })
    const opened = await Promise.allSettled([open(), open(), open()])
    expect(opened.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(
      opened.filter((one) => one.status === 'rejected').map((one) => one.reason.reason),
    ).toEqual(['batch-empty', 'batch-empty'])
    expect(await seatsPerItem(db, studyId)).toEqual(Array.from({ length: 12 }, () => ({ n: 3, letters: 'ABC' })))
    expect(await eventsOf(db, studyId, 'batch-opened')).toMatchObject([{ items: 12, readersPerItem: 3 }])
  })

  it('is refused without a published protocol and for an empty choice, and then leaves nothing behind', async () => {
    const without = await studyToRun({ protocol: false })
    await expect(without.open()).rejects.toMatchObject({ reason: 'no-protocol' })
    const { studyId, open } = await studyToRun()
    await expect(open({ filter: { search: 'no text says this' } })).rejects.toMatchObject({ reason: 'batch-empty' })
    expect(await db.sql('select from batch where study_id = $1', [studyId])).toEqual([])
  })

  it('draws the same items again for the same seed, and others for another', async () => {
    const draw = async (seed: string) => {
      const { studyId, open } = await studyToRun({ items: 0 })
      await addItems(
        studyId,
        Array.from({ length: 30 }, (_, n) => ({ text: `Text ${n}`, externalId: `n-${n}` })),
      )
      await open({ taking: { take: 'random', count: 8, seed } })
      const rows = await db.sql<{ id: string }>(
        `select external_id as id from item where study_id = $1 and stage = 'reading' order by 1`,
        [studyId],
      )
      const [batch] = await db.sql<{ selection: object }>('select selection from batch where study_id = $1', [studyId])
      expect(batch?.selection).toMatchObject({ take: 'random', count: 8, seed })
      return rows.map(({ id }) => id)
    }
    const first = await draw('one')
    expect(first).toHaveLength(8)
    expect(await draw('one')).toEqual(first)
    expect(await draw('two')).not.toEqual(first)
  })

  it('is foretold honestly: language and conflicts of interest count, and no name is needed for it', async () => {
    const { studyId, slug, admin, readers } = await studyToRun({ items: 0, readers: 2 })
    await addItems(studyId, [
      { text: 'One.', language: 'en', source: 'Ward 7' },
      { text: 'Two.', language: 'zh-CN' },
      { text: 'Three.', language: 'en', tags: { author: 'Dr Lin' } },
      { text: 'Four.' },
    ])
    const preview = () => previewBatch(admin, { study: slug, ...all, pool: everyone, readersPerItem: 2 })
    expect(await preview()).toMatchObject({ items: 4, readers: 2, fewest: 0, short: 1, protocol: 1 })
    for (const [kind, value] of [
      ['source', 'Ward 7'],
      ['person', 'Dr Lin'],
    ]) {
      await db.sql('insert into conflict_of_interest (person_id, kind, value) values ($1, $2, $3)', [
        readers[0]!.personId,
        kind,
        value,
      ])
    }
    expect(await preview()).toMatchObject({ items: 4, readers: 2, fewest: 0, short: 3 })
    const named = { people: [readers[0]!.personId], specialties: [], languages: [] }
    expect(await previewBatch(admin, { study: slug, ...all, pool: named, readersPerItem: 1 })).toMatchObject({
      readers: 1,
      fewest: 0,
      short: 3,
    })
  })
})

describe('a batch', () => {
  it('that is paused gives nothing out, and does again when it is resumed', async () => {
    const { slug, admin, open, claim, readers } = await studyToRun()
    const { batchId } = await open()
    await changeBatch(admin, { study: slug, batchId, state: 'paused' })
    expect(await claim(readers[0]!)).toBeNull()
    await changeBatch(admin, { study: slug, batchId, state: 'open' })
    expect(await claim(readers[0]!)).not.toBeNull()
  })

  it('that is paused stays on the desk of whoever holds something of it, and one that is closed does not', async () => {
    const { slug, admin, open, claim, readers } = await studyToRun()
    const { batchId } = await open()
    const seatId = await claim(readers[0]!)
    const held = async () => (await listDesk(readers[0]!, { zone: 'UTC' })).held.map((one) => [one.seatId, one.paused])
    expect(await held()).toEqual([[seatId, false]])
    await changeBatch(admin, { study: slug, batchId, state: 'paused' })
    expect(await held()).toEqual([[seatId, true]])
    await closeBatch(admin, { study: slug, batchId, interrupt: true })
    expect(await held()).toEqual([])
  })

  it('dates a reader’s desk by what is left for them or with them, whatever waits for others', async () => {
    const { studyId, slug, admin, open, claim, read, readers } = await studyToRun({ items: 4, readers: 2, k: 2 })
    const some = { take: 'first', count: 2 }
    await open({ taking: some, dueOn: '2031-12-01', priority: 1 })
    const second = await open({ taking: some, dueOn: '2031-12-20' })
    const other = await studyToRun({ items: 1, readers: 0, k: 1 })
    await addMember(other.studyId, readers[0]!.personId, 'reader')
    const ann = await viewerOf(readers[0]!.personId)
    await other.open({ dueOn: '2031-12-10' })
    const desk = async (viewer = ann) => (await listDesk(viewer, { zone: 'UTC' })).studies.map((one) => [one.studyId, one.waiting, one.dueOn?.toISOString().slice(0, 10)])

    expect(await desk()).toEqual([[studyId, 4, '2031-12-01'], [other.studyId, 1, '2031-12-10']])
    await read(ann)
    const held = (await claim(ann))!
    expect(await desk()).toEqual([[studyId, 2, '2031-12-01'], [other.studyId, 1, '2031-12-10']])
    await declineSeat(ann, { seatId: held, reason: 'unreadable', note: '' })
    expect(await desk()).toEqual([[other.studyId, 1, '2031-12-10'], [studyId, 2, '2031-12-20']])
    await read(ann)
    await claim(ann)
    for (const state of ['open', 'paused'] as const) {
      await changeBatch(admin, { study: slug, batchId: second.batchId, state })
      expect(await desk()).toEqual([[other.studyId, 1, '2031-12-10'], [studyId, 0, '2031-12-20']])
    }
    await closeBatch(admin, { study: slug, batchId: second.batchId, interrupt: true })
    expect(await desk()).toEqual([[other.studyId, 1, '2031-12-10'], [studyId, 0, undefined]])
    expect(await desk(readers[1])).toEqual([[studyId, 2, '2031-12-01']])
  })

  it('puts on record what was changed, and how many people a pool names, but not whom', async () => {
    const { studyId, slug, admin, open, readers } = await studyToRun()
    const { batchId } = await open()
    const pool = { people: [readers[0]!.personId], specialties: [], languages: [] }
    expect(await changeBatch(admin, { study: slug, batchId, pool, priority: 3, dueOn: '2027-01-31' })).toEqual({
      changed: ['priority', 'dueOn', 'pool'],
    })
    expect(await eventsOf(db, studyId, 'batch-changed')).toMatchObject([
      { priority: 3, dueOn: '2027-01-31', pool: { people: 1 } },
    ])
    const { batches } = await listBatches(admin, { study: slug, zone: 'UTC', page: 1 })
    expect(batches[0]).toMatchObject({ priority: 3, dueOn: '2027-01-31', pool })
  })

  it('that is closed returns what is unread to the pool, keeps what was judged, and can be opened anew', async () => {
    const {
      studyId,
      slug,
      admin,
      open,
      claim,
      read,
      readers: [ann, ben],
    } = await studyToRun({ items: 2 })
    const { batchId } = await open()
    const seatId = await read(ann!)
    const held = (await claim(ben!))!
    const { itemId } = await readSeat(ben!, { seatId: held })
    await saveDraft(ben!, {
      itemId,
      place: { kind: 'seat', id: held },
      body: { ...correct, note: 'half done' },
      base: 0,
      activeMs: 0,
    })
    await expect(closeBatch(admin, { study: slug, batchId, interrupt: false })).rejects.toMatchObject({
      reason: 'batch-has-readers',
      values: { readings: 1 },
    })
    expect(await closeBatch(admin, { study: slug, batchId, interrupt: true })).toEqual({ returned: 2 })

    expect(
      await db.sql(`select from item where study_id = $1 and stage = 'pool' and batch_id is null and round = 2`, [
        studyId,
      ]),
    ).toHaveLength(2)
    expect(await db.sql('select from judgment where seat_id = $1', [seatId])).toHaveLength(1)
    expect(
      await db.sql('select from seat where id = $1 and submitted_at is not null and person_id = $2', [
        seatId,
        ann!.personId,
      ]),
    ).toHaveLength(1)
    expect(await claim(ben!)).toBeNull()
    await expect(changeBatch(admin, { study: slug, batchId, priority: 1 })).rejects.toMatchObject({
      reason: 'batch-is-closed',
    })
    await expect(closeBatch(admin, { study: slug, batchId, interrupt: true })).rejects.toMatchObject({
      reason: 'batch-is-closed',
    })

    await open()
    expect(await seatsPerItem(db, studyId)).toEqual([
      { n: 2, letters: 'AB' },
      { n: 2, letters: 'AB' },
    ])
    const drafts = new Set<unknown>()
    for (let n = 0; n < 2; n++) {
      const next = (await claim(ben!))!
      drafts.add(((await readSeat(ben!, { seatId: next })).draft?.body as { note?: string } | undefined)?.note)
      await submitJudgment(ben!, {
        seatId: next,
        protocolId: await protocolOf(studyId),
        clientId: randomUUID(),
        answer: correct,
        activeMs: 0,
      })
    }
    expect(drafts).toContain('half done')
  })
})
const protocolOf = async (studyId: string) =>
  (await db.sql<{ id: string }>('select id from protocol where study_id = $1', [studyId]))[0]!.id
