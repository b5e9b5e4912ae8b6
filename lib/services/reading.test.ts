import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { claimSeat } from './claim-seat'
import { declineSeat } from './decline-seat'
import { readSeat } from './read-seat'
import { renewLease } from './renew-lease'
import { saveDraft } from './save-draft'
import { takeBackJudgment } from './take-back-judgment'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()

const stageOf = async (itemId: string) =>
  (await db.sql<{ stage: string }>('select stage from item where id = $1', [itemId]))[0]?.stage

describe('a seat', () => {
  it('is held by one person at most, k of them per item and no more, under twenty readers at once', async () => {
    const { viewers, claim, itemIds } = await studyWith({ k: 3, readers: 20, items: 4 })
    const claims = await Promise.all(viewers.map(claim))
    const got = claims.filter((seatId) => seatId !== null)
    expect(got).toHaveLength(12)
    expect(new Set(got).size).toBe(12)
    const held = await db.sql<{ n: number; people: number }>(
      'select count(*)::int as n, count(distinct person_id)::int as people from seat where item_id = any ($1) and person_id is not null group by item_id',
      [itemIds],
    )
    expect(held).toEqual(Array.from({ length: 4 }, () => ({ n: 3, people: 3 })))
  })

  it('is resumed rather than doubled when its holder asks again', async () => {
    const {
      viewers: [ann],
      claim,
    } = await studyWith({ items: 3 })
    const first = await claim(ann!)
    expect(await claim(ann!)).toBe(first)
    expect((await claimSeat(ann!, { beyond: [first!] })).seatId).not.toBe(first)
  })

  it('goes to another reader when its lease lapses, and not before', async () => {
    const {
      viewers: [ann, ben],
      claim,
    } = await studyWith({ k: 1 })
    const seatId = await claim(ann!)
    expect(await claim(ben!)).toBeNull()
    await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [seatId])
    expect(await claim(ben!)).toBe(seatId)
    await expect(readSeat(ann!, { seatId: seatId! })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is kept by a heartbeat of its holder alone', async () => {
    const {
      viewers: [ann, ben],
      claim,
      itemIds,
    } = await studyWith({ k: 1 })
    const seatId = (await claim(ann!))!
    const save = (viewer: Viewer) =>
      saveDraft(viewer, {
        itemId: itemIds[0]!,
        place: { kind: 'seat', id: seatId },
        body: correct,
        base: 0,
        activeMs: 0,
      })
    expect((await save(ann!)).leaseUntil).not.toBeNull()
    expect((await save(ben!)).leaseUntil).toBeNull()
    const place = { kind: 'seat' as const, id: seatId }
    await db.sql(`update seat set lease_until = now() + interval '1 second' where id = $1`, [seatId])
    expect(await renewLease(ann!, { place })).toMatchObject({ leaseUntil: expect.any(String), handedIn: false })
    expect(await db.sql(`select from seat where id = $1 and lease_until > now() + interval '20 minutes'`, [seatId])).toHaveLength(1)
    expect(await renewLease(ben!, { place })).toEqual({ leaseUntil: null, handedIn: false })
  })

  it('that was handed in takes no more work: another page of its reader is told so, and a save that comes late is kept nowhere', async () => {
    const {
      viewers: [ann, ben],
      claim,
      submit,
      itemIds,
    } = await studyWith({ k: 1 })
    const seatId = (await claim(ann!))!
    const place = { kind: 'seat' as const, id: seatId }
    const save = (base: number, note: string) => saveDraft(ann!, { itemId: itemIds[0]!, place, body: { ...correct, note }, base, activeMs: 0 })
    expect(await save(0, 'Begun.')).toMatchObject({ saved: true, handedIn: false })
    await submit(ann!, seatId, { ...correct, note: 'Handed in.' })
    expect(await renewLease(ann!, { place })).toEqual({ leaseUntil: null, handedIn: true })
    expect(await renewLease(ben!, { place })).toEqual({ leaseUntil: null, handedIn: false })
    expect(await save(1, 'Late.')).toEqual({ saved: false, theirs: null, leaseUntil: null, handedIn: true })
    expect(await db.sql('select from draft where item_id = $1', [itemIds[0]])).toEqual([])
    await takeBackJudgment(ann!, { seatId })
    expect((await readSeat(ann!, { seatId })).draft?.body).toMatchObject({ note: 'Handed in.' })
  })

  it('is passed on by declining, and the item never comes back to who declined it', async () => {
    const {
      viewers: [ann, ben],
      claim,
    } = await studyWith({ k: 1 })
    const seatId = (await claim(ann!))!
    await declineSeat(ann!, { seatId, reason: 'outside-my-competence', note: '' })
    expect(await claim(ann!)).toBeNull()
    expect(await claim(ben!)).toBe(seatId)
  })

  it('is taken from the free ones of an item before one whose reader has only been away', async () => {
    const { viewers, claim } = await studyWith({ k: 4, readers: 4 })
    const away = (await claim(viewers[0]!))!
    await db.sql(`update seat set lease_until = now() - interval '1 second' where id = $1`, [away])
    const others = [await claim(viewers[1]!), await claim(viewers[2]!), await claim(viewers[3]!)]
    expect(others).not.toContain(away)
    expect((await readSeat(viewers[0]!, { seatId: away })).seatId).toBe(away)
  })

  it('is free at once when its holder is no longer a reader of the study, whose page can then hand nothing in', async () => {
    const { studyId, viewers: [ann, ben], claim, submit } = await studyWith({ k: 1 })
    const seatId = (await claim(ann!))!
    const admin = await makePerson()
    await addMember(studyId, admin.personId, 'admin')
    const [{ slug }] = (await db.sql<{ slug: string }>('select slug from study where id = $1', [studyId])) as [{ slug: string }]
    await takeRole(await viewerOf(admin.personId), { study: slug, personId: ann!.personId, role: 'reader' })
    await expect(submit(ann!, seatId, correct)).rejects.toMatchObject({ reason: 'seat-gone' })
    expect(await claim(ben!)).toBe(seatId)
  })

  it('is never offered against a conflict of interest, however it was spelt', async () => {
    const {
      viewers: [ann],
      claim,
      itemIds,
    } = await studyWith({ k: 1 })
    await db.sql(`update item set source = 'Ward 7' where id = $1`, [itemIds[0]])
    await db.sql(`insert into conflict_of_interest (person_id, kind, value) values ($1, 'source', 'ward ７')`, [
      ann!.personId,
    ])
    expect(await claim(ann!)).toBeNull()
  })

  it('cannot be made beyond the k of its batch, even by the database owner', async () => {
    const { itemIds } = await studyWith({ k: 2 })
    await expect(
      db.sql(
        `insert into seat (item_id, study_id, batch_id, letter) select item_id, study_id, batch_id, 'C' from seat where item_id = $1 limit 1`,
        [itemIds[0]],
      ),
    ).rejects.toThrow(/beyond the 2 readings/)
    await expect(
      db.sql(
        `insert into seat (item_id, study_id, batch_id, round, letter)
          select item_id, study_id, batch_id, 2, unnest('{A,B,C}'::text[]) from seat where item_id = $1 and letter = 'A'`,
        [itemIds[0]],
      ),
    ).rejects.toThrow(/seat C is beyond the 2 readings/)
    await expect(
      db.sql(`update seat set letter = 'C' where item_id = $1 and letter = 'A'`, [itemIds[0]]),
    ).rejects.toThrow(/beyond the 2 readings/)
  })
})

describe('a submission', () => {
  it('that is the last, and only it, settles the item: agreement closes it with a verdict', async () => {
    const {
      viewers: [ann, ben],
      claim,
      submit,
      itemIds,
    } = await studyWith()
    await submit(ann!, (await claim(ann!))!, wrong(span(13, 28)))
    expect(await stageOf(itemIds[0]!)).toBe('reading')
    await submit(ben!, (await claim(ben!))!, wrong(span(13, 28)))
    expect(await stageOf(itemIds[0]!)).toBe('closed')
    const verdicts = await db.sql<{ source: string; answer: { veracity: string } }>(
      'select source, answer from verdict where item_id = $1',
      [itemIds[0]],
    )
    expect(verdicts).toMatchObject([{ source: 'consensus', answer: { veracity: 'erroneous' } }])
  })

  it('that differs in the place of a span alone opens a dispute', async () => {
    const {
      viewers: [ann, ben],
      claim,
      submit,
      itemIds,
    } = await studyWith()
    await submit(ann!, (await claim(ann!))!, wrong(span(13, 28)))
    await submit(ben!, (await claim(ben!))!, wrong(span(10, 28)))
    expect(await stageOf(itemIds[0]!)).toBe('adjudicating')
  })

  it('settles once when the last two come at the same moment', async () => {
    for (let round = 0; round < 5; round++) {
      const {
        viewers: [ann, ben],
        claim,
        submit,
        itemIds,
      } = await studyWith()
      const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
      await Promise.all([submit(ann!, a, correct), submit(ben!, b, wrong(span(0, 9)))])
      expect(await stageOf(itemIds[0]!)).toBe('adjudicating')
      expect(await db.sql('select from adjudication where item_id = $1', [itemIds[0]])).toHaveLength(1)
    }
  })

  it('sent twice is one judgment', async () => {
    const {
      viewers: [ann],
      claim,
      submit,
    } = await studyWith()
    const seatId = (await claim(ann!))!
    const clientId = randomUUID()
    await Promise.all([submit(ann!, seatId, correct, clientId), submit(ann!, seatId, correct, clientId)])
    expect(await db.sql('select from judgment where seat_id = $1', [seatId])).toHaveLength(1)
  })

  it('is refused at the field when incomplete, and from a seat of another person', async () => {
    const {
      viewers: [ann, ben],
      claim,
      submit,
    } = await studyWith()
    const seatId = (await claim(ann!))!
    await expect(submit(ann!, seatId, { ...correct, veracity: null })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: 'veracity' }],
    })
    await expect(submit(ben!, seatId, correct)).rejects.toBeInstanceOf(Refusal)
    expect(await db.sql('select from judgment where seat_id = $1', [seatId])).toHaveLength(0)
  })

  it('whose span does not quote its text is refused by the database itself', async () => {
    const {
      viewers: [ann],
      claim,
      protocolId,
      itemIds,
      studyId,
    } = await studyWith()
    const seatId = (await claim(ann!))!
    const answer = JSON.stringify(wrong({ ...span(0, 9), quote: 'Aspirin' }))
    await expect(
      db.sql(
        'insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer) values ($1, $2, $3, $4, 1, $1, $5)',
        [seatId, itemIds[0], studyId, protocolId, answer],
      ),
    ).rejects.toThrow(/does not quote the text/)
  })

  it('can be taken back within its grace, also after it settled the item', async () => {
    const {
      viewers: [ann, ben],
      claim,
      submit,
      itemIds,
    } = await studyWith()
    const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
    await submit(ann!, a, correct)
    await submit(ben!, b, wrong(span(0, 9)))
    await takeBackJudgment(ben!, { seatId: b })
    expect(await stageOf(itemIds[0]!)).toBe('reading')
    expect((await readSeat(ben!, { seatId: b })).draft?.body).toMatchObject({ veracity: 'erroneous' })
    await submit(ben!, b, correct)
    expect(await stageOf(itemIds[0]!)).toBe('closed')
    await db.sql(`update seat set submitted_at = now() - interval '1 hour' where id = $1`, [b])
    await expect(takeBackJudgment(ben!, { seatId: b })).rejects.toMatchObject({ reason: 'too-late-to-take-back' })
  })
})
