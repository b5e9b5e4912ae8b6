import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { answerThread } from './answer-thread'
import { askAdmins } from './ask-admins'
import { changeBatch } from './change-batch'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { closeBatch } from './close-batch'
import { exportReadings } from './export-readings'
import { exportVerdicts, readDownloads } from './export-verdicts'
import { giveVerdict } from './give-verdict'
import { listBatches } from './list-batches'
import { listEvents } from './list-events'
import { listItems, listItemsInput, readItemFacets } from './list-items'
import { listThreads } from './list-threads'
import { openBatch as openBatchService, openBatchInput, previewBatch } from './open-batch'
import { readItem } from './read-item'
import { readOverview } from './read-overview'
import { readWorkload } from './read-workload'
import { submitJudgment } from './submit-judgment'
import { unsealItem, unsealItemInput } from './unseal-item'
import { withdrawItems } from './withdraw-items'

const db = freshDatabase()

const text = 'Wrong 🩺 first. Metformin is contraindicated in type 2 diabetes.'
const points = [...text]
const span = (start: number, end: number, explanation: string) => ({
  id: randomUUID(), start, end, quote: points.slice(start, end).join(''), type: 'pharmacotherapy', correction: 'indicated', explanation, references: [],
}) // prettier-ignore
const says = (...spans: ReturnType<typeof span>[]) => ({
  veracity: spans.length ? 'erroneous' : 'correct', spans, difficulty: null, confidence: 2, note: '',
}) // prettier-ignore

type Scene = { slug: string; studyId: string; admin: Viewer; second: Viewer; readers: Viewer[]; judge: Viewer; agreed: string; disputed: string; half: string; threadId: string }

/** A study with one item agreed on, one adjudicated or at the bench, and one half read; its secrets hold the canary. */
async function scene(people?: { readers: Viewer[] }): Promise<Scene> {
  const { studyId, slug } = await makeStudy({ readersPerItem: 2 })
  const protocolId = await publishProtocol(studyId)
  const member = async (role: 'reader' | 'admin' | 'adjudicator', name: string) => {
    const { personId } = await makePerson({ name })
    await addMember(studyId, personId, role)
    return personId
  }
  const [adminId, secondId, judgeId] = [await member('admin', 'Admin One'), await member('admin', 'Admin Two'), await member('adjudicator', 'canary-judge')]
  const readerIds = people?.readers.map(({ personId }) => personId) ?? [await member('reader', 'canary-ann'), await member('reader', 'canary-ben')]
  if (people) for (const personId of readerIds) await addMember(studyId, personId, 'reader')
  const readers = await Promise.all(readerIds.map(viewerOf))
  const itemIds = await addItems(studyId, [0, 1, 2].map((n) => ({ text, externalId: `i-${n}`, tags: { n: String(n) }, seal: { model: 'canary-model' } })))
  await openBatch(studyId)
  const [agreed, disputed, half] = itemIds as [string, string, string]
  const answers = new Map([
    [agreed, [says(span(16, 25, 'canary-a')), says(span(16, 25, 'canary-b'))]],
    [disputed, [says(span(6, 7, 'canary-c')), says()]],
    [half, [says(span(0, 5, 'canary-d')), null]],
  ])
  for (const [nth, reader] of readers.entries()) {
    for (let taken = 0; taken < 3; taken++) {
      const beyond = (await db.sql<{ id: string }>('select id from seat where person_id = $1 and submitted_at is null', [reader.personId])).map(({ id }) => id)
      const { seatId } = await claimSeat(reader, { studyId, beyond })
      const [seat] = await db.sql<{ item: string }>('select item_id as item from seat where id = $1', [seatId])
      const answer = answers.get(seat!.item)![nth]
      if (answer) await submitJudgment(reader, { seatId: seatId!, protocolId, clientId: randomUUID(), answer, activeMs: 60_000 })
    }
  }
  await askAdmins(readers[1]!, { itemId: half, body: 'Is this meant literally?' })
  const [thread] = await db.sql<{ id: string }>('select id from thread where item_id = $1', [half])
  return { slug, studyId, admin: await viewerOf(adminId), second: await viewerOf(secondId), readers, judge: await viewerOf(judgeId), agreed, disputed, half, threadId: thread!.id }
}
const linesOf = async ({ lines }: { lines: AsyncIterable<string> }) => {
  let all = ''
  for await (const piece of lines) all += piece
  return all.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
}
async function settle({ judge, studyId }: Scene) {
  const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
  await giveVerdict(judge, {
    adjudicationId: adjudicationId!,
    protocolId: (await db.sql<{ id: string }>('select id from protocol where study_id = $1', [studyId]))[0]!.id,
    outcome: 'answer',
    answer: says(span(6, 7, 'A stethoscope is no word.')),
    rationale: 'As the first reader says.',
    cause: 'oversight',
    activeMs: 1,
  })
}

describe('what admins see of a running study', () => {
  let at: Scene
  beforeAll(async () => void (at = await scene()))

  it('does not exist for a reader of it, an admin of another study, and a stranger', async () => {
    const foreign = await scene()
    const stranger = await viewerOf((await makePerson()).personId)
    const { slug: study, half: itemId, threadId } = at
    const [batch] = await db.sql<{ id: string }>('select id from batch where study_id = $1', [at.studyId])
    const place = { study, zone: 'UTC' }
    const opening = openBatchInput.parse({ study, name: 'x', filter: {}, taking: { take: 'all' }, pool: {}, readersPerItem: 1 })
    for (const viewer of [at.readers[0]!, at.judge, foreign.admin, stranger]) {
      const tried: Promise<unknown>[] = [
        readOverview(viewer, place), listBatches(viewer, place), listEvents(viewer, place), readItemFacets(viewer, { study }),
        listItems(viewer, listItemsInput.parse({ study })), readItem(viewer, { study, itemId }), readWorkload(viewer, { study }),
        listThreads(viewer, { study, show: 'open' }), answerThread(viewer, { study, threadId, body: 'x', resolved: true }),
        previewBatch(viewer, opening), openBatchService(viewer, opening),
        changeBatch(viewer, { study, batchId: batch!.id, priority: 9 }), closeBatch(viewer, { study, batchId: batch!.id, interrupt: true }),
        unsealItem(viewer, { study, itemId, reason: 'x' }), withdrawItems(viewer, { study, itemIds: [itemId], reason: 'x' }),
        readDownloads(viewer, { study }), exportVerdicts(viewer, { study }), exportReadings(viewer, { study }),
      ] // prettier-ignore
      for (const outcome of await Promise.allSettled(tried)) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } })
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
      await listBatches(admin, { study, zone: 'UTC' }).then(({ batches }) => batches),
      await listThreads(admin, { study, show: 'open' }),
      (await listEvents(admin, { study, zone: 'UTC' })).events.filter(({ itemId }) => itemId === at.half || itemId === at.disputed),
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
    expect(bared.events[0]).toMatchObject({ kind: 'item-unsealed', actor: 'Admin One', detail: { reason: 'A reader reported a mistake.', stage: 'adjudicating' } })
    const others = await readItem(second, { study, itemId })
    expect(others).toMatchObject({ readings: [], unsealings: [{ reason: 'A reader reported a mistake.' }] })
    expect(JSON.stringify(others)).not.toContain('canary')
    await expect(unsealItem(admin, { study, itemId, reason: 'Again.' })).rejects.toMatchObject({ reason: 'nothing-sealed' })
    await expect(unsealItem(admin, { study, itemId: at.agreed, reason: 'Closed.' })).rejects.toMatchObject({ reason: 'nothing-sealed' })
  })

  it('answers a question without learning who asked, on record', async () => {
    const { slug: study, admin, threadId } = at
    await answerThread(admin, { study, threadId, body: 'Yes, literally.', resolved: true })
    const { threads, unresolved } = await listThreads(admin, { study, show: 'resolved' })
    expect(unresolved).toBe(0)
    expect(threads[0]?.messages.map(({ fromAdmin, body }) => ({ fromAdmin, body }))).toEqual([
      { fromAdmin: false, body: 'Is this meant literally?' },
      { fromAdmin: true, body: 'Yes, literally.' },
    ])
    expect((await listEvents(admin, { study, kind: 'question-answered', zone: 'UTC' })).events).toMatchObject([{ itemId: at.half, actor: 'Admin One' }])
  })

  it('tells the workload in sums', async () => {
    const rows = await readWorkload(at.admin, { study: at.slug })
    expect(rows.map(({ name, submitted, held }) => ({ name, submitted, held }))).toEqual([
      { name: 'canary-ann', submitted: 3, held: 0 },
      { name: 'canary-ben', submitted: 2, held: 1 },
      { name: 'canary-judge', submitted: 0, held: 0 },
    ])
  })
})

describe('downloads', () => {
  it('hold exactly the verdicts of closed items, and every quote is the text at its offsets', async () => {
    const at = await scene()
    const before = await linesOf(await exportVerdicts(at.admin, { study: at.slug }))
    expect(before.map(({ id }) => id)).toEqual(['i-0'])
    await settle(at)
    const lines = await linesOf(await exportVerdicts(at.admin, { study: at.slug }))
    expect(lines).toMatchObject([
      { id: 'i-0', text, tags: { n: '0' }, veracity: 'erroneous', verdict: { basis: 'consensus', version: 1, protocol: 1, cause: null, rationale: null } },
      { id: 'i-1', veracity: 'erroneous', verdict: { basis: 'adjudication', cause: 'oversight', rationale: 'As the first reader says.' } },
    ])
    for (const line of lines) {
      const body = [...(line['text'] as string)]
      const spans = line['spans'] as { start: number; end: number; quote: string }[]
      expect(spans).not.toHaveLength(0)
      for (const { start, end, quote } of spans) expect(body.slice(start, end).join('')).toBe(quote)
    }
    expect(JSON.stringify(lines)).not.toMatch(/canary-(ann|ben|judge|model)/)
    const { events } = await listEvents(at.admin, { study: at.slug, kind: 'verdicts-exported', zone: 'UTC' })
    expect(events.map(({ detail }) => detail)).toEqual([{ verdicts: 2 }, { verdicts: 1 }])
    expect(await readDownloads(at.admin, { study: at.slug })).toMatchObject({ verdicts: 2, unusable: 0, undecided: 0, readings: 4, open: 1 })
  })

  it('give a reader one pseudonym throughout a study, another in the next, and readings of closed items alone', async () => {
    const one = await scene()
    const two = await scene({ readers: one.readers })
    await settle(one)
    const first = await linesOf(await exportReadings(one.admin, { study: one.slug }))
    expect(first.map(({ item, seat }) => `${String(item)}${String(seat)}`)).toEqual(['i-0A', 'i-0B', 'i-1A', 'i-1B'])
    const names = (lines: Record<string, unknown>[]) => [...new Set(lines.map(({ reader }) => String(reader)))].sort()
    expect(names(first)).toHaveLength(2)
    expect(names(first.slice(0, 2))).toEqual(names(first.slice(2)))
    expect(names(await linesOf(await exportReadings(one.admin, { study: one.slug })))).toEqual(names(first))
    const second = await linesOf(await exportReadings(two.admin, { study: two.slug }))
    expect(second.map(({ item }) => item)).toEqual(['i-0', 'i-0'])
    expect(names(first).filter((name) => names(second).includes(name))).toEqual([])
    expect(JSON.stringify([first, second])).not.toMatch(/canary-(ann|ben|judge|model|d)/)
    for (const { personId } of one.readers) expect(JSON.stringify(first)).not.toContain(personId)
    expect((await listEvents(one.admin, { study: one.slug, kind: 'readings-exported', zone: 'UTC' })).events).toMatchObject([{ actor: 'Admin One' }, { actor: 'Admin One' }])
  })

  it('keep the secret of the pseudonyms from the application itself', async () => {
    const { admin, studyId } = await scene()
    await expect(db.sqlAs(admin.personId, 'select * from study_secret')).rejects.toThrow(/permission denied/)
    expect(await db.sqlAs(admin.personId, `select reader_pseudonym($1, $2) as name`, [studyId, admin.personId])).toEqual([{ name: null }])
  })

  it('that are abandoned half-way leave the database able to serve the next', async () => {
    const at = await scene()
    for (let n = 0; n < 15; n++) {
      const { lines } = await exportVerdicts(at.admin, { study: at.slug })
      for await (const line of lines) if (line) break
    }
    expect(await linesOf(await exportVerdicts(at.admin, { study: at.slug }))).toHaveLength(1)
  })
})
