import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimSeat } from './claim-seat'
import { readEarlierWork } from './read-earlier-work'
import { saveDraft } from './save-draft'

const db = freshDatabase()

/** Ann, who holds a seat of the only item, and Ben. */
async function held() {
  const { studyId } = await makeStudy({ readersPerItem: 2 })
  await publishProtocol(studyId)
  const [ann, ben] = [await makePerson(), await makePerson()]
  for (const { personId } of [ann, ben]) await addMember(studyId, personId, 'reader')
  const [itemId] = await addItems(studyId, 1)
  await openBatch(studyId)
  const viewer = await viewerOf(ann.personId)
  const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
  const save = (note: string, base: number, copy?: string, turn = 1, after: string[] = []) =>
    saveDraft(viewer, {
      itemId: itemId!,
      place: { kind: 'seat', id: seatId! },
      body: { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note },
      base,
      activeMs: 0,
      ...(copy ? { from: { copy, turn, after } } : {}),
    })
  return { save, ann: viewer, ben, itemId: itemId! }
}

describe('a draft', () => {
  it('is never overwritten by a second tab: the second sees the first', async () => {
    const { save } = await held()
    expect(await save('first', 0)).toMatchObject({ saved: true, version: 1 })
    expect(await save('second', 0)).toMatchObject({ saved: false, theirs: { version: 1, body: { note: 'first' } } })
    expect(await save('second', 1)).toMatchObject({ saved: true, version: 2 })
  })

  it('of another person can be neither seen nor written', async () => {
    const { save, ben } = await held()
    await save('canary', 0)
    expect(await db.sqlAs(ben.personId, 'select * from draft')).toEqual([])
    expect(await db.sqlAs(ben.personId, `update draft set body = '{}' returning 1`)).toEqual([])
  })
})

describe('what a draft said before', () => {
  const notes = ({ earlier }: Awaited<ReturnType<typeof readEarlierWork>>) => earlier.map(({ version, body }) => [version, (body as { note: string }).note])

  it('is kept when another visit begins and when two minutes have passed, and not with every key', async () => {
    const { save, ann, itemId } = await held()
    const [visit, later] = [randomUUID(), randomUUID()]
    await save('first', 0, visit, 1)
    await save('second', 1, visit, 2)
    expect(notes(await readEarlierWork(ann, { itemId }))).toEqual([])
    await save('third', 2, later, 1)
    await save('fourth', 3, later, 2)
    expect(notes(await readEarlierWork(ann, { itemId }))).toEqual([[2, 'second']])
    await db.sql(`update draft set kept_at = now() - interval '2 minutes' where item_id = $1`, [itemId])
    // A save that says the same is no version.
    await save('fourth', 4, later, 3)
    await save('fifth', 5, later, 4)
    await save('sixth', 6, later, 5)
    expect(notes(await readEarlierWork(ann, { itemId }))).toEqual([[5, 'fourth'], [2, 'second']])
  }) // prettier-ignore

  it('is the newest thirty, its own person’s alone, and gone with the draft', async () => {
    const { save, ann, ben, itemId } = await held()
    for (let nth = 0; nth < 34; nth++) await save(`canary ${nth}`, nth, randomUUID())
    const kept = notes(await readEarlierWork(ann, { itemId }))
    expect([kept.length, kept[0], kept.at(-1)]).toEqual([30, [33, 'canary 32'], [4, 'canary 3']])
    expect(await readEarlierWork(await viewerOf(ben.personId), { itemId })).toEqual({ earlier: [] })
    await db.sql('delete from draft where item_id = $1', [itemId])
    expect(await readEarlierWork(ann, { itemId })).toEqual({ earlier: [] })
  })
})

describe('a draft whose save was never answered', () => {
  const [lost, next, other] = [randomUUID(), randomUUID(), randomUUID()]

  it('is saved on by the same copy without a question', async () => {
    const { save } = await held()
    await save('first', 0, lost, 1)
    expect(await save('second', 0, lost, 2)).toMatchObject({ saved: true, version: 2 })
  })
  it('is saved on by the copy that took it up after the tab had died', async () => {
    const { save } = await held()
    await save('first', 0, lost, 1)
    await save('second', 1, lost, 2)
    expect(await save('third', 1, next, 1, [lost])).toMatchObject({ saved: true, version: 3 })
  })
  it('is a conflict once another copy has saved in between, also for the copy that took it up', async () => {
    const { save } = await held()
    await save('first', 0, lost, 1)
    await save('from elsewhere', 1, other, 1)
    expect(await save('third', 0, next, 1, [lost])).toMatchObject({ saved: false, theirs: { body: { note: 'from elsewhere' } } })
    expect(await save('fourth', 0, lost, 2)).toMatchObject({ saved: false })
  })
  it('never puts older work over newer when it arrives late', async () => {
    const { save } = await held()
    await save('newer', 0, lost, 2)
    expect(await save('older', 0, lost, 1)).toMatchObject({ saved: false, theirs: { body: { note: 'newer' } } })
    expect(await save('older', 1, lost, 1)).toMatchObject({ saved: false })
  })
  it('is no other version when it says the same', async () => {
    const { save } = await held()
    await save('the same', 0, lost, 1)
    expect(await save('the same', 0, other, 1)).toMatchObject({ saved: true })
  })
})
