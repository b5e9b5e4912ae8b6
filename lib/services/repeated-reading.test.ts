import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import type { Content } from '@/lib/tasks/preference/content'
import type { Judgment } from '@/lib/tasks/preference/judgment'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { emptyDraft } from '@/lib/tasks/preference/empty-draft'
import { claimSeat } from './claim-seat'
import { declineSeat } from './decline-seat'
import { listDesk } from './list-desk'
import { listDone } from './list-done'
import { openBatch } from './open-batch'
import { readSeat } from './read-seat'
import { readSteadiness } from './read-steadiness'
import { renewLease } from './renew-lease'
import { reopenItems } from './reopen-items'
import { saveDraft, saveDraftInput } from './save-draft'
import { submitJudgment } from './submit-judgment'
import { takeBackJudgment } from './take-back-judgment'

const db = freshDatabase()
/** How many readings come between: drawn at random for readers, said by tests. */
const wait = (readings: number) => db.sql(`alter table repeat_reading alter column after_readings set default ${readings}`)
const form = { ...blindPairs.form, axes: [], strength: null, rationale: 'off' as const }
const contentOf = (n: number) => ({ prompt: [{ role: 'user' as const, content: `Question ${n}?` }], responses: [{ id: 'left', text: `Good ${n}.` }, { id: 'right', text: `Bad ${n}.` }] }) // prettier-ignore

async function pairsStudy({ items = 2, repeats = 1, k = 1 } = {}) {
  const { studyId, slug } = await makeStudy({ task: 'preference', settings: { counts: 'overall', strengthApart: null }, readersPerItem: k })
  const protocolId = await publishProtocol(studyId, form)
  const member = async (role: 'reader' | 'admin') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const [ann, ben, admin] = await Promise.all([member('reader'), member('reader'), member('admin')])
  await addItems(studyId, Array.from({ length: items }, (_, n) => ({ text: `Question ${n}?`, content: contentOf(n) })))
  await openBatch(admin, { study: slug, name: 'Pairs', readersPerItem: k, priority: 0, dueOn: null, filter: {}, taking: { take: 'all' }, pool: { people: [], specialties: [], languages: [] }, repeats })
  const next = (viewer: Viewer) => claimSeat(viewer, { studyId, beyond: [] }).then(({ seatId }) => seatId)
  const hand = async (viewer: Viewer, seatId: string, choose: (shown: Content) => string, clientId = randomUUID(), under = protocolId) => {
    const { content } = await readSeat(viewer, { seatId })
    await submitJudgment(viewer, { seatId, protocolId: under, clientId, activeMs: 5, answer: { overall: { pick: 'response', response: choose(content as Content), strength: null }, axes: {}, rationale: '', shown: [] } })
    return content as Content
  }
  return { studyId, slug, protocolId, ann, ben, admin, next, hand }
}
beforeEach(() => wait(100))
const good = ({ responses }: Content) => responses.find(({ text }) => text.startsWith('Good'))!.id
const firstShown = ({ responses }: Content) => responses[0]!.id

describe('a reading that is asked twice', () => {
  it('comes when nothing else waits, to its own reader alone, in the reverse order, and looks like any other', async () => {
    const { ann, ben, next, hand } = await pairsStudy()
    const seats = new Map<string, Content>()
    for (let n = 0; n < 2; n++) {
      const seatId = (await next(ann))!
      seats.set(seatId, await hand(ann, seatId, good))
    }
    expect(await next(ben)).toBeNull()
    const again = (await next(ann))!
    expect(seats.has(again)).toBe(false)
    const reading = await readSeat(ann, { seatId: again })
    expect((await renewLease(ann, { place: { kind: 'seat', id: again } })).leaseUntil).not.toBeNull()
    const once = [...seats.values()].find(({ prompt }) => prompt[0]!.content === (reading.content as Content).prompt[0]!.content)!
    expect((reading.content as Content).responses.map(({ text }) => text)).toEqual(once.responses.map(({ text }) => text).toReversed())
    const [seatId] = seats.keys()
    // Of the same shape, open and handed in; what was taken back has its draft.
    await takeBackJudgment(ann, { seatId: [...seats.keys()].at(-1)! })
    const shapeOf = async (id: string) => Object.fromEntries(Object.entries(await readSeat(ann, { seatId: id })).flatMap(([name, value]) => (name === 'draft' ? [] : [[name, value === null ? null : typeof value]])))
    expect(await shapeOf(again)).toEqual(await shapeOf([...seats.keys()].at(-1)!))
    await hand(ann, again, good)
    expect(await shapeOf(again)).toEqual(await shapeOf(seatId!))
    await expect(readSeat(ben, { seatId: again })).rejects.toMatchObject({ code: 'not-found' })
    expect((await renewLease(ben, { place: { kind: 'seat', id: again } })).leaseUntil).toBeNull()
  })

  it('is not asked of whom the verdict was shown, and who runs the study is told of how many of those that were drawn', async () => {
    const { studyId, slug, ann, ben, admin, next, hand } = await pairsStudy({ items: 3, k: 2 })
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const readAll = async (viewer: Viewer, sayOf: (question: string) => string) => {
      const questions: string[] = []
      for (let n = 0; n < 3; n++) {
        await hand(viewer, (await next(viewer))!, ({ prompt, responses }) => {
          questions.push(prompt[0]!.content)
          return responses.find(({ text }) => text.startsWith(sayOf(prompt[0]!.content)))!.id
        })
      }
      return questions
    }
    // The first one, since nothing is asked again straight after its reading.
    const [disputed] = await readAll(ann, () => 'Good')
    await readAll(ben, (question) => (question === disputed ? 'Bad' : 'Good'))
    await passGrace(studyId)
    // Two closed by agreement; the third waits for the bench.
    const again = (await next(ann))!
    expect((await readSeat(ann, { seatId: again })).content).toMatchObject({ prompt: [{ content: disputed }] })
    await hand(ann, again, good)
    expect(await next(ann)).toBeNull()
    expect(await readSteadiness(admin, { study: slug })).toMatchObject({ drawn: 4, all: { pairs: 0 } })
  })

  it('is counted in no k and reaches no verdict, whatever is said', async () => {
    const { studyId, ann, next, hand } = await pairsStudy()
    for (let n = 0; n < 2; n++) await hand(ann, (await next(ann))!, good)
    const verdicts = () => db.sql<{ answer: Judgment }>('select answer from verdict where study_id = $1 order by id', [studyId])
    const before = await verdicts()
    const again = (await next(ann))!
    const clientId = randomUUID()
    await hand(ann, again, ({ responses }) => responses.find(({ text }) => text.startsWith('Bad'))!.id, clientId)
    expect(await verdicts()).toEqual(before)
    expect(await db.sql('select from judgment where study_id = $1', [studyId])).toHaveLength(2)
    expect(await db.sql('select from seat where study_id = $1', [studyId])).toHaveLength(2)
    const [kept] = await db.sql<{ answer: Judgment }>('select answer from repeat_reading where id = $1', [again])
    expect(kept!.answer.overall.response).toBe('right')
    // Sent twice it is one.
    await hand(ann, again, good, clientId)
    await expect(hand(ann, again, good)).rejects.toMatchObject({ reason: 'already-submitted' })
  })

  it('stays with its reader when its batch is paused, is not given out anew meanwhile, and can be handed in', async () => {
    const { ann, next, hand } = await pairsStudy()
    for (let n = 0; n < 2; n++) await hand(ann, (await next(ann))!, good)
    const again = (await next(ann))!
    await db.sql(`update batch set state = 'paused'`)
    const held = async () => (await listDesk(ann, { zone: 'UTC' })).held.map(({ seatId, paused }) => [seatId, paused])
    expect(await held()).toEqual([[again, true]])
    expect(await next(ann)).toBeNull()
    await hand(ann, again, good)
    expect(await held()).toEqual([])
  })

  it('is held from when it was given out, begun or not, and then waits no longer, due like any other', async () => {
    const { ann, ben, next, hand } = await pairsStudy()
    for (let n = 0; n < 2; n++) await hand(ann, (await next(ann))!, good)
    const desk = async () => {
      const { held, studies } = await listDesk(ann, { zone: 'UTC' })
      return { held: held.map(({ seatId, begun, leaseUntil }) => ({ seatId, begun, ends: leaseUntil !== null })), waiting: studies[0]!.waiting, due: studies[0]!.dueOn }
    }
    const due = new Date('2031-12-01')
    await db.sql(`update batch set due_on = '2031-12-01'`)
    expect(await desk()).toEqual({ held: [], waiting: 1, due })
    const again = (await next(ann))!
    expect(await desk()).toEqual({ held: [{ seatId: again, begun: false, ends: true }], waiting: 0, due })
    expect((await listDesk(ben, { zone: 'UTC' })).held).toEqual([])
    expect(await next(ann)).toBe(again)
    await db.sql(`update repeat_reading set lease_until = now() - interval '1 hour' where id = $1`, [again])
    expect((await desk()).held).toHaveLength(1)
    await hand(ann, again, good)
    expect(await desk()).toEqual({ held: [], waiting: 0, due: null })
  })

  it('can be taken back within the grace and passed on for good', async () => {
    const { ann, ben, next, hand } = await pairsStudy()
    for (let n = 0; n < 2; n++) await hand(ann, (await next(ann))!, good)
    const again = (await next(ann))!
    await hand(ann, again, good)
    await expect(takeBackJudgment(ben, { seatId: again })).rejects.toMatchObject({ code: 'not-found' })
    await takeBackJudgment(ann, { seatId: again })
    expect(await next(ann)).toBe(again)
    expect((await readSeat(ann, { seatId: again })).draft?.activeMs).toBe(5)
    await declineSeat(ann, { seatId: again, reason: 'unreadable', note: '' })
    expect(await next(ann)).not.toBe(again)
  })

  it('comes among the others once as many have come between as it waits for, and counts as one of them', async () => {
    await wait(2)
    const { studyId, ann, next, hand } = await pairsStudy({ items: 6 })
    const came: string[] = []
    for (let n = 0; n < 5; n++) {
      const id = (await next(ann))!
      came.push((await db.sql('select from seat where id = $1', [id])).length > 0 ? 'new' : 'again')
      if (came.at(-1) === 'again') {
        await saveDraft(ann, saveDraftInput.parse({ itemId: (await readSeat(ann, { seatId: id })).itemId, place: { kind: 'seat', id }, body: { ...emptyDraft(), rationale: 'Begun.' }, base: 0, activeMs: 1 }))
        expect((await listDesk(ann, { zone: 'UTC' })).held).toMatchObject([{ seatId: id, begun: true, leaseUntil: expect.any(Date) }])
      }
      await hand(ann, id, good)
    }
    expect(came).toEqual(['new', 'new', 'new', 'again', 'new'])
    // Where it is about noon, so that no day ends meanwhile.
    const west = new Date().getUTCHours() - 12
    const zone = `Etc/GMT${west < 0 ? '-' : '+'}${Math.abs(west)}`
    expect((await listDesk(ann, { zone })).studies.find((study) => study.studyId === studyId)).toMatchObject({ doneByMe: 5, doneToday: 5 })
    const { rows } = await listDone(ann, {})
    expect(rows.map(({ seatId }) => seatId)).toHaveLength(5)
    expect((await listDone(ann, { before: rows[1]!.seatId })).rows.map(({ seatId }) => seatId)).toEqual(rows.slice(2).map(({ seatId }) => seatId))
  })

  it('is over with its round: nothing that was begun turns the sides of the reading that comes after it', async () => {
    const { studyId, slug, ann, admin, next, hand } = await pairsStudy()
    for (let n = 0; n < 2; n++) await hand(ann, (await next(ann))!, good)
    const again = (await next(ann))!
    const { itemId } = await readSeat(ann, { seatId: again })
    const begin = () => saveDraft(ann, saveDraftInput.parse({ itemId, place: { kind: 'seat', id: again }, body: { ...emptyDraft(), rationale: 'Begun.' }, base: 0, activeMs: 1 }))
    await begin()
    const newest = await publishProtocol(studyId, form, '# Another')
    await reopenItems(admin, { study: slug, under: 1, reason: 'Another protocol.', batch: 'Anew' })
    expect(await db.sql('select from draft where item_id = $1', [itemId])).toEqual([])
    // A page that is still open.
    expect((await begin()).leaseUntil).toBeNull()
    expect(await db.sql('select from draft where item_id = $1', [itemId])).toEqual([])
    await expect(hand(ann, again, good)).rejects.toMatchObject({ reason: 'seat-gone' })
    const seats = [(await next(ann))!, (await claimSeat(ann, { studyId, beyond: [(await next(ann))!] })).seatId!]
    for (const seatId of seats) {
      expect((await readSeat(ann, { seatId })).draft).toBeNull()
      await begin()
      await hand(ann, seatId, good, randomUUID(), newest)
    }
    expect(await db.sql('select from judgment where study_id = $1', [studyId])).toHaveLength(4)
  })

  it('taken back, a reading is again as its reader saw it, and names no response as the item does', async () => {
    const { ann, next, hand } = await pairsStudy()
    const seatId = (await next(ann))!
    await hand(ann, seatId, good)
    await takeBackJudgment(ann, { seatId })
    const { draft, content } = await readSeat(ann, { seatId })
    expect(JSON.stringify(draft)).not.toMatch(/left|right/)
    expect((draft!.body as Judgment).overall.response).toBe(good(content as Content))
  })

  it('is never asked straight after the reading itself, nor of what was taken back', async () => {
    const { ann, next, hand } = await pairsStudy({ items: 1 })
    const seatId = (await next(ann))!
    await hand(ann, seatId, good)
    expect(await next(ann)).toBeNull()
    await takeBackJudgment(ann, { seatId })
    expect(await db.sql('select from repeat_reading where seat_id = $1', [seatId])).toHaveLength(0)
  })

  it('is drawn for the share that was asked for, and for no task without sides', async () => {
    const { studyId } = await pairsStudy({ items: 10, repeats: 0.3 })
    expect(await db.sql('select from repeated_item where study_id = $1', [studyId])).toHaveLength(3)
    const { studyId: other, slug } = await makeStudy()
    await publishProtocol(other)
    const { personId } = await makePerson()
    await addMember(other, personId, 'admin')
    await addItems(other, 1)
    const opening = { study: slug, name: 'x', readersPerItem: 1, priority: 0, dueOn: null, filter: {}, taking: { take: 'all' as const }, pool: { people: [], specialties: [], languages: [] }, repeats: 0.5 }
    await expect(openBatch(await viewerOf(personId), opening)).rejects.toMatchObject({ fields: [{ path: 'repeats' }] })
  })
})

describe('what admins are told of it', () => {
  it('is each reader’s steadiness and the pull of the first place, from closed items alone', async () => {
    const { studyId, slug, ann, ben, admin, next, hand } = await pairsStudy({ items: 6 })
    for (let n = 0; n < 3; n++) await hand(ann, (await next(ann))!, good)
    await passGrace(studyId)
    expect((await readSteadiness(admin, { study: slug }))!.bias.choices).toBe(3)
    for (let n = 0; n < 3; n++) await hand(ben, (await next(ben))!, firstShown)
    for (let seatId = await next(ann); seatId; seatId = await next(ann)) await hand(ann, seatId, good)
    for (let seatId = await next(ben); seatId; seatId = await next(ben)) await hand(ben, seatId, firstShown)
    await passGrace(studyId)
    const steadiness = (await readSteadiness(admin, { study: slug }))!
    expect(steadiness.readers.map(({ pairs, same, firstBoth }) => ({ pairs, same, firstBoth })).toSorted((a, b) => b.same - a.same)).toEqual([
      { pairs: 2, same: 2, firstBoth: 0 },
      { pairs: 2, same: 0, firstBoth: 2 },
    ])
    expect(steadiness.bias.value).toBeGreaterThan(0)
    expect(steadiness.bias.interval).not.toBeNull()
    await expect(readSteadiness(ann, { study: slug })).rejects.toMatchObject({ code: 'not-found' })
  })
})
