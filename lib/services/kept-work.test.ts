import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { askAdmins } from './ask-admins'
import { claimDispute } from './claim-dispute'
import { closeBatch } from './close-batch'
import { declineSeat } from './decline-seat'
import { discardKept } from './discard-kept'
import { giveVerdict } from './give-verdict'
import { listKept } from './list-kept'
import { readKept } from './read-kept'
import { resumeWork } from './resume-work'
import { saveConflicts } from './save-conflicts'
import { saveDraft } from './save-draft'
import { takeRole } from './take-role'
import { correct, span, studyWith, wrong } from './testing/reading-study'
import { withdrawItems } from './withdraw-items'

const db = freshDatabase()
const noneFree = { code: 'conflict', reason: 'none-free' }

/** One text to be read once; Ann has it and has written, Ben is another reader. */
async function begun({ k = 1 } = {}) {
  const study = await studyWith({ k })
  const [ann, ben] = study.viewers as [Viewer, Viewer]
  const itemId = study.itemIds[0]!
  const admin = await makePerson()
  await addMember(study.studyId, admin.personId, 'admin')
  const seatId = (await study.claim(ann))!
  const save = (note: string, base = 0) => saveDraft(ann, { itemId, place: { kind: 'seat', id: seatId }, body: { ...correct, note }, base, activeMs: 1 })
  await save('begun')
  const lapse = () => db.sql(`update seat set lease_until = now() - interval '1 second' where item_id = $1 and submitted_at is null`, [itemId])
  const kept = async (viewer = ann) => (await listKept(viewer, { pieces: [] })).drafts
  return { ...study, ann, ben, admin: await viewerOf(admin.personId), itemId, seatId, save, lapse, kept }
}
/** The seat has lapsed and Ben has taken it. */
async function lost(wanted?: { k?: number }) {
  const world = await begun(wanted)
  await world.lapse()
  await world.claim(world.ben)
  return world
}

describe('work that was begun and is not ones own any more', () => {
  it('is listed once it is somebody else’s, not before, with the item’s first words and what it said', async () => {
    const { kept, lapse, claim, ben, ann, itemId, seatId, save } = await begun()
    expect(await kept()).toEqual([])
    await lapse()
    expect(await kept()).toEqual([])
    await claim(ben)
    expect(await kept()).toMatchObject([{ itemId, place: seatId, role: 'reader', work: 'lease', member: true, again: true, version: 1, task: 'error-spans' }])
    expect((await kept())[0]!.opening).toMatch(/^Metformin is/)
    expect(await save('still writing', 1)).toMatchObject({ saved: true, leaseUntil: null })
    expect(await readKept(ann, { itemId })).toMatchObject({ body: { note: 'still writing' } })
  })

  it.each([
    ['admins', (w: Awaited<ReturnType<typeof begun>>) => closeBatch(w.admin, { study: w.slug, batchId: w.batchId, interrupt: true }), true],
    ['admins', (w) => withdrawItems(w.admin, { study: w.slug, itemIds: [w.itemId], reason: 'a duplicate' }), true],
    ['role', (w) => takeRole(w.admin, { study: w.slug, personId: w.ann.personId, role: 'reader' }), false],
    ['conflict', async (w) => {
      await db.sql(`update item set source = 'Ward 3' where id = $1`, [w.itemId])
      await saveConflicts(w.ann, { conflicts: [{ kind: 'source', value: 'Ward 3', note: '' }] })
    }, false],
  ] satisfies [string, (world: Awaited<ReturnType<typeof begun>>) => Promise<unknown>, boolean][])('says that it was ended by %s, and goes on saying so', async (why, end, again) => { // prettier-ignore
    const world = await begun()
    await end(world)
    // What becomes of the item afterwards is nothing of theirs.
    const said = async () => (await world.kept(await viewerOf(world.ann.personId))).map((one) => [one.work, one.again])
    expect(await said()).toEqual([[why, again]])
    await db.sql(`update item set stage = 'withdrawn' where id = $1`, [world.itemId])
    expect(await said()).toEqual([[why, again]])
  })

  it('tells nothing of what others do: the answer is the same while another has it, has handed it in, and when the item is closed', async () => {
    const { ann, ben, kept, claim, submit, seatId, itemId, studyId } = await lost()
    const answers = [await listKept(ann, { pieces: [{ itemId, place: seatId }] })]
    await submit(ben, (await claim(ben))!, correct)
    answers.push(await listKept(ann, { pieces: [{ itemId, place: seatId }] }))
    await passGrace(studyId)
    answers.push(await listKept(ann, { pieces: [{ itemId, place: seatId }] }))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(JSON.stringify(answers)).not.toContain(ben.personId)
    expect(await kept(ben)).toEqual([])
  })

  it('is nobody else’s to list, read or delete, and a draft on an item one never had tells nothing of it', async () => {
    const { ben, ann, itemId, kept } = await lost()
    const stranger = await viewerOf((await makePerson()).personId)
    await saveDraft(stranger, { itemId, place: { kind: 'seat', id: itemId }, body: 'fishing', base: 0, activeMs: 0 })
    expect(await listKept(stranger, { pieces: [{ itemId, place: null }] })).toMatchObject({ pieces: [{ role: null, work: null, member: false, again: false }], drafts: [] })
    await expect(resumeWork(stranger, { itemId, place: null })).rejects.toMatchObject({ code: 'not-found' })
    await expect(askAdmins(stranger, { itemId, body: 'What is it?' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(readKept(ben, { itemId })).rejects.toMatchObject({ code: 'not-found' })
    expect(await discardKept(ben, { itemId, version: 1 })).toEqual({ discarded: false })
    expect(await kept(ann)).toHaveLength(1)
  })

  it('is deleted when its person says so, but not what was saved since, nor what can still be handed in', async () => {
    const { ann, itemId, save, kept } = await lost()
    await save('since', 1)
    expect(await discardKept(ann, { itemId, version: 1 })).toEqual({ discarded: false })
    expect(await discardKept(ann, { itemId, version: 2 })).toEqual({ discarded: true })
    expect(await kept()).toEqual([])
    const live = await begun()
    expect(await discardKept(live.ann, { itemId: live.itemId, version: 1 })).toEqual({ discarded: false })
  })

  it('can be asked about by whoever is still in the study, and not by who is not', async () => {
    const { ann, admin, slug, itemId } = await lost()
    expect((await askAdmins(ann, { itemId, body: 'May I have it back?' })).messages).toHaveLength(1)
    await takeRole(admin, { study: slug, personId: ann.personId, role: 'reader' })
    await expect(askAdmins(await viewerOf(ann.personId), { itemId, body: 'And now?' })).rejects.toMatchObject({ code: 'not-found' })
  })

  it('says of what the browser keeps whether it is still theirs, was handed in from elsewhere, or passed on', async () => {
    const { ann, ben, itemId, seatId, submit, claim } = await begun({ k: 2 })
    const said = async (viewer: Viewer, place: string | null) => (await listKept(viewer, { pieces: [{ itemId, place }] })).pieces.map(({ work, again }) => [work, again])
    expect(await said(ann, seatId)).toEqual([['yours', false]])
    await submit(ann, seatId, correct)
    expect(await said(ann, seatId)).toEqual([['handed-in', false]])
    expect(await said(ann, null)).toEqual([['handed-in', false]])
    const bens = (await claim(ben))!
    await declineSeat(ben, { seatId: bens, reason: 'unreadable', note: '' })
    expect(await said(ben, bens)).toEqual([['passed-on', false]])
  })
})

describe('taking it up again', () => {
  it('is given when a seat of the item is free, goes on where it stopped, and is on record as a claim', async () => {
    const { ann, ben, itemId, seatId, kept, lapse, claim } = await lost()
    await expect(resumeWork(ann, { itemId, place: seatId })).rejects.toMatchObject(noneFree)
    await lapse()
    expect(await resumeWork(ann, { itemId, place: seatId })).toEqual({ kind: 'seat', id: seatId })
    expect(await resumeWork(ann, { itemId, place: seatId })).toEqual({ kind: 'seat', id: seatId })
    expect(await kept()).toEqual([])
    expect(await readKept(ann, { itemId })).toMatchObject({ body: { note: 'begun' } })
    expect(await claim(ben)).toBeNull()
    expect(await db.sql(`select from audit_event where kind = 'seat-claimed' and item_id = $1 and detail ->> 'resumed' = 'true'`, [itemId])).toHaveLength(1)
  })

  it('follows the rules of every claim: no closed batch, no conflict, nobody else’s lease, no more than one person may hold', async () => {
    const closed = await lost()
    await closeBatch(closed.admin, { study: closed.slug, batchId: closed.batchId, interrupt: true })
    await expect(resumeWork(closed.ann, { itemId: closed.itemId, place: null })).rejects.toMatchObject(noneFree)

    const conflicted = await lost()
    await db.sql(`update item set source = 'Ward 3' where id = $1`, [conflicted.itemId])
    await conflicted.lapse()
    await saveConflicts(conflicted.ann, { conflicts: [{ kind: 'source', value: 'Ward 3', note: '' }] })
    await expect(resumeWork(conflicted.ann, { itemId: conflicted.itemId, place: null })).rejects.toMatchObject(noneFree)

    const paused = await lost()
    await paused.lapse()
    await db.sql(`update batch set state = 'paused' where id = $1`, [paused.batchId])
    await expect(resumeWork(paused.ann, { itemId: paused.itemId, place: null })).rejects.toMatchObject(noneFree)

    const busy = await lost()
    await db.sql(`with made as (insert into item (study_id, batch_id, external_id, text, text_hash, length, stage) select study_id, batch_id, 'n' || n, 'x', sha256('x'), 1, 'reading' from item, generate_series(1, 5) n where id = $1 returning *),
      hands as (insert into hand (item_id, person_id, role) select id, $2, 'reader' from made returning item_id)
      insert into seat (item_id, study_id, batch_id, letter, lane, person_id, hand_role, lease_until) select id, study_id, batch_id, 'A', 1, $2, 'reader', now() + interval '1 hour' from made, (select count(*) from hands) h`, [busy.itemId, busy.ann.personId]) // prettier-ignore
    await busy.lapse()
    await expect(resumeWork(busy.ann, { itemId: busy.itemId, place: null })).rejects.toMatchObject({ reason: 'holds-enough' })
  })

  it('of a dispute gives that very dispute back while it waits, and nothing once another has settled it', async () => {
    const { studyId, ann, ben, submit, claim, itemId, seatId, protocolId } = await begun({ k: 2 })
    await submit(ann, seatId, correct)
    await submit(ben, (await claim(ben))!, wrong(span(13, 28)))
    await passGrace(studyId)
    const [judge, other] = await Promise.all(['a', 'b'].map(async () => {
      const { personId } = await makePerson()
      await addMember(studyId, personId, 'adjudicator')
      return viewerOf(personId)
    })) as [Viewer, Viewer] // prettier-ignore
    const settle = async (viewer: Viewer) => (await claimDispute(viewer, { studyId, beyond: [] })).adjudicationId!
    const dispute = await settle(judge)
    await saveDraft(judge, { itemId, place: { kind: 'adjudication', id: dispute }, body: { outcome: 'answer' }, base: 0, activeMs: 1 })
    const lapse = () => db.sql(`update adjudication set lease_until = now() - interval '1 second' where id = $1`, [dispute])
    await lapse()
    expect((await listKept(judge, { pieces: [] })).drafts).toEqual([])
    expect(await settle(other)).toBe(dispute)
    expect((await listKept(judge, { pieces: [] })).drafts).toMatchObject([{ role: 'adjudicator', place: dispute, work: 'lease', again: true }])
    await expect(resumeWork(judge, { itemId, place: dispute })).rejects.toMatchObject(noneFree)
    await lapse()
    await expect(resumeWork(judge, { itemId, place: seatId })).rejects.toMatchObject(noneFree)
    expect(await resumeWork(judge, { itemId, place: dispute })).toEqual({ kind: 'adjudication', id: dispute })
    await lapse()
    await settle(other)
    await giveVerdict(other, { adjudicationId: dispute, protocolId, outcome: 'answer', answer: correct, rationale: 'As it says.', cause: 'oversight', activeMs: 1 })
    await expect(resumeWork(judge, { itemId, place: dispute })).rejects.toMatchObject(noneFree)
    expect((await listKept(judge, { pieces: [] })).drafts).toMatchObject([{ work: 'lease' }])
  })
})
