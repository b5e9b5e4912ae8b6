import { beforeAll, describe, expect, it } from 'vitest'
import { makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { answerThread } from './answer-thread'
import { askAdmins } from './ask-admins'
import { changeBatch } from './change-batch'
import { closeBatch } from './close-batch'
import { exportReadings } from './export-readings'
import { exportVerdicts, readDownloads } from './export-verdicts'
import { listBatches } from './list-batches'
import { listEvents } from './list-events'
import { listItems, listItemsInput, readItemFacets } from './list-items'
import { listThreads } from './list-threads'
import { openBatch as openBatchService, openBatchInput, previewBatch } from './open-batch'
import { readItem } from './read-item'
import { readOverview } from './read-overview'
import { readWorkload } from './read-workload'
import { unsealItem, unsealItemInput } from './unseal-item'
import { withdrawItems } from './withdraw-items'
import { runningStudy, type Scene } from './testing/running-study'

const db = freshDatabase()

describe('what admins see of a running study', () => {
  let at: Scene
  beforeAll(async () => void (at = await runningStudy(db)))

  it('does not exist for a reader of it, an admin of another study, and a stranger', async () => {
    const foreign = await runningStudy(db)
    const stranger = await viewerOf((await makePerson()).personId)
    const { slug: study, half: itemId, threadId } = at
    const [batch] = await db.sql<{ id: string }>('select id from batch where study_id = $1', [at.studyId])
    const place = { study, zone: 'UTC' }
    const opening = openBatchInput.parse({
      study,
      name: 'x',
      filter: {},
      taking: { take: 'all' },
      pool: {},
      readersPerItem: 1,
    })
    for (const viewer of [at.readers[0]!, at.judge, foreign.admin, stranger]) {
      const tried: Promise<unknown>[] = [
        readOverview(viewer, place), listBatches(viewer, { ...place, page: 1 }), listEvents(viewer, place), readItemFacets(viewer, { study }),
        listItems(viewer, listItemsInput.parse({ study })), readItem(viewer, { study, itemId }), readWorkload(viewer, { study, zone: 'UTC' }),
        listThreads(viewer, { study, show: 'open', page: 1 }), answerThread(viewer, { study, threadId, body: 'x', resolved: true }),
        previewBatch(viewer, opening), openBatchService(viewer, opening),
        changeBatch(viewer, { study, batchId: batch!.id, priority: 9 }), closeBatch(viewer, { study, batchId: batch!.id, interrupt: true }),
        unsealItem(viewer, { study, itemId, reason: 'x' }), withdrawItems(viewer, { study, itemIds: [itemId], reason: 'x' }),
        readDownloads(viewer, { study }), exportVerdicts(viewer, { study }), exportReadings(viewer, { study }),
      ] // prettier-ignore
      for (const outcome of await Promise.allSettled(tried))
        expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
    }
    // An item, a thread or a batch of another study does not exist in this one either.
    for (const trying of [
      () => readItem(at.admin, { study, itemId: foreign.half }),
      () => unsealItem(at.admin, { study, itemId: foreign.half, reason: 'x' }),
      () => withdrawItems(at.admin, { study, itemIds: [itemId, foreign.half], reason: 'x' }),
      () => answerThread(at.admin, { study, threadId: foreign.threadId, resolved: true }),
    ]) {
      await expect(trying()).rejects.toMatchObject({ code: 'not-found' })
    }
  })

  it('names nobody and no judgment while an item is open, in its history, the lists and the audit trail', async () => {
    const { slug: study, admin } = at
    for (const itemId of [at.half, at.disputed]) {
      const history = await readItem(admin, { study, itemId })
      expect(history.item.seats).toBe(2)
      expect(history).toMatchObject({ readings: [], seal: null, item: { bared: false } })
      expect(JSON.stringify(history)).not.toContain('canary')
    }
    const open = [
      await readOverview(admin, { study, zone: 'UTC' }),
      await listBatches(admin, { study, zone: 'UTC', page: 1 }).then(({ batches }) => batches),
      await listThreads(admin, { study, show: 'open', page: 1 }),
      (await listEvents(admin, { study, zone: 'UTC' })).events.filter(
        ({ itemId }) => itemId === at.half || itemId === at.disputed,
      ),
      (await listItems(admin, listItemsInput.parse({ study }))).rows,
    ]
    expect(JSON.stringify(open)).not.toContain('canary')
    expect(open[3]).not.toHaveLength(0)
  })

  it('shows who said what once an item is closed', async () => {
    const { readings, seal, verdicts } = await readItem(at.admin, { study: at.slug, itemId: at.agreed })
    expect(readings.map(({ reader }) => reader).sort()).toEqual(['canary-ann', 'canary-ben'])
    expect(readings.map(({ letter }) => letter)).toEqual(['A', 'B'])
    expect(readings.every(({ revisions }) => revisions.length === 1)).toBe(true)
    expect(seal).toEqual({ model: 'canary-model' })
    expect(verdicts).toMatchObject([{ version: 1, source: 'consensus' }])
  })

  it('bares an open item to the one admin who gave a reason, on record, and to no other', async () => {
    const { slug: study, admin, second, disputed: itemId } = at
    expect(unsealItemInput.safeParse({ study, itemId, reason: '  ' }).success).toBe(false)
    await expect(unsealItem(admin, { study, itemId, reason: ' ' })).rejects.toThrow(/unsealing_is_reasoned/)
    expect((await readItem(admin, { study, itemId })).item.bared).toBe(false)
    await unsealItem(admin, { study, itemId, reason: 'A reader reported a mistake.' })
    const bared = await readItem(admin, { study, itemId })
    expect(bared.readings.map(({ reader }) => reader).sort()).toEqual(['canary-ann', 'canary-ben'])
    expect(bared.events[0]).toMatchObject({
      kind: 'item-unsealed',
      actor: 'Admin One',
      detail: { reason: 'A reader reported a mistake.', stage: 'adjudicating' },
    })
    const others = await readItem(second, { study, itemId })
    expect(others).toMatchObject({ readings: [], unsealings: [{ reason: 'A reader reported a mistake.' }] })
    expect(JSON.stringify(others)).not.toContain('canary')
    await expect(unsealItem(admin, { study, itemId, reason: 'Again.' })).rejects.toMatchObject({
      reason: 'nothing-sealed',
    })
    await expect(unsealItem(admin, { study, itemId: at.agreed, reason: 'Closed.' })).rejects.toMatchObject({
      reason: 'nothing-sealed',
    })
  })

  it('answers a question without learning who asked, on record', async () => {
    const { slug: study, admin, threadId } = at
    await answerThread(admin, { study, threadId, body: 'Yes, literally.', resolved: true })
    const { threads, unresolved } = await listThreads(admin, { study, show: 'resolved', page: 1 })
    expect(unresolved).toBe(0)
    expect(threads[0]?.messages.map(({ fromAdmin, body }) => ({ fromAdmin, body }))).toEqual([
      { fromAdmin: false, body: 'Is this meant literally?' },
      { fromAdmin: true, body: 'Yes, literally.' },
    ])
    expect((await listEvents(admin, { study, kind: 'question-answered', zone: 'UTC' })).events).toMatchObject([
      { itemId: at.half, actor: 'Admin One' },
    ])
  })

  it('does not tell who asked, not even once the item is closed and everything else is bared', async () => {
    const { slug: study, admin, agreed: itemId } = at
    await askAdmins(at.readers[0]!, { itemId, body: 'May I ask afterwards?' })
    const { events, readings } = await readItem(admin, { study, itemId })
    expect(readings).toHaveLength(2)
    expect(events.filter(({ kind }) => kind === 'question-asked').map(({ actor }) => actor)).toEqual([null])
    expect(events.filter(({ kind }) => kind === 'judgment-submitted').map(({ actor }) => actor)).not.toContain(null)
    expect((await listThreads(admin, { study, show: 'open', page: 1 })).threads.map((thread) => thread.itemId)).toEqual([itemId])
  })

  it('tells the workload in sums', async () => {
    // An evening in Europe is the next morning in China.
    await db.sql(`update seat set submitted_at = '2026-11-25 22:30+00' where study_id = $1 and submitted_at is not null`, [at.studyId])
    const rows = await readWorkload(at.admin, { study: at.slug, zone: 'Asia/Shanghai' })
    expect(rows.map(({ name, submitted, held, lastOn }) => ({ name, submitted, held, lastOn }))).toEqual([
      { name: 'canary-ann', submitted: 3, held: 0, lastOn: '2026-11-26' },
      { name: 'canary-ben', submitted: 2, held: 1, lastOn: '2026-11-26' },
      { name: 'canary-judge', submitted: 0, held: 0, lastOn: null },
    ])
  })
})
