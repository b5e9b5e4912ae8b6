import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { declineDispute } from './decline-dispute'
import { giveVerdict } from './give-verdict'
import { listBench } from './list-bench'
import { listSettled } from './list-settled'
import { readDispute } from './read-dispute'
import { readOverview } from './read-overview'
import { readProtocols } from './read-protocols'
import { readSeat } from './read-seat'
import { readWorkload } from './read-workload'
import { reopenItem } from './reopen-item'
import { reopenItems } from './reopen-items'
import { saveDraft } from './save-draft'
import { submitJudgment } from './submit-judgment'

const db = freshDatabase()
const unknown = { code: 'not-found', reason: 'not-found' }
const text = 'Metformin is contraindicated in type 2 diabetes.'
const correct = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }
const wrong = {
  ...correct,
  veracity: 'erroneous',
  spans: [{ id: randomUUID(), start: 13, end: 28, quote: text.slice(13, 28), type: 'pharmacotherapy', correction: 'indicated', explanation: 'First-line.', references: [] }],
}

/** Disputed items: two readers who differ on each, adjudicators who have read none. */
type Wanted = { items?: number; adjudicators?: number; answers?: unknown[]; policy?: 'on_disagreement' | 'always' | 'never' }
async function bench({ items = 1, adjudicators = 1, answers = [correct, wrong], policy = 'on_disagreement' }: Wanted = {}) {
  const { studyId, slug } = await makeStudy({ readersPerItem: 2, policy })
  const protocolId = await publishProtocol(studyId)
  const someone = async (role: 'reader' | 'adjudicator' | 'admin') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const readers = [await someone('reader'), await someone('reader')]
  const admin = await someone('admin')
  const judges: Viewer[] = []
  for (let n = 0; n < adjudicators; n++) judges.push(await someone('adjudicator'))
  const itemIds = await addItems(studyId, Array.from({ length: items }, () => ({ text })))
  await openBatch(studyId)
  for (const [nth, reader] of readers.entries()) {
    for (let n = 0; n < items; n++) {
      const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
      await submitJudgment(reader, { seatId: seatId!, protocolId, clientId: randomUUID(), answer: answers[nth], activeMs: 1_000 })
    }
  }
  await passGrace(studyId)
  const claim = async (viewer: Viewer) => (await claimDispute(viewer, { studyId, beyond: [] })).adjudicationId
  const give = (viewer: Viewer, adjudicationId: string, more: Partial<Parameters<typeof giveVerdict>[1]> = {}) =>
    giveVerdict(viewer, { adjudicationId, protocolId, outcome: 'answer', answer: wrong, rationale: 'It is first-line.', cause: 'oversight', activeMs: 9, ...more })
  return { studyId, slug, protocolId, readers, admin, judges, judge: judges[0]!, itemIds, itemId: itemIds[0]!, claim, give }
}
const verdicts = (itemId: string) =>
  db.sql<{ version: number; usable: boolean; answer: unknown; rationale: string; cause: string | null; source: string }>(
    'select version, usable, answer, rationale, cause::text as cause, source from verdict where item_id = $1 order by version',
    [itemId],
  )
const stageOf = async (itemId: string) => (await db.sql<{ stage: string }>('select stage from item where id = $1', [itemId]))[0]?.stage

describe('a dispute', () => {
  it('is begun anew by whoever had begun an earlier one of the item, whose readings were others', async () => {
    const { studyId, slug, admin, judges, itemId, claim, give } = await bench({ adjudicators: 2 })
    const [first, second] = judges as [Viewer, Viewer]
    const begin = (adjudicationId: string, rationale: string) =>
      saveDraft(first, { itemId, place: { kind: 'adjudication', id: adjudicationId }, body: { rationale }, base: 0, activeMs: 1, from: { copy: randomUUID(), turn: 1, after: [] } })
    const before = (await claim(first))!
    await begin(before, 'Of the first readings.')
    await db.sql(`update adjudication set lease_until = now() - interval '1 day' where id = $1`, [before])
    await give(second, (await claim(second))!)
    await reopenItem(admin, { study: slug, itemId, reason: 'Once more.' })

    const { adjudicationId } = await claimDispute(first, { studyId, beyond: [] })
    expect(adjudicationId).not.toBe(before)
    expect((await readDispute(first, { adjudicationId: adjudicationId! })).draft).toBeNull()
    expect((await listBench(first, {})).held).toMatchObject([{ begun: false }])
    expect(await begin(adjudicationId!, 'Of the second.')).toMatchObject({ saved: true })
    expect((await readDispute(first, { adjudicationId: adjudicationId! })).draft?.body).toEqual({ rationale: 'Of the second.' })
    // A page of the first that is still open.
    expect(await begin(before, 'Of the first again.')).toMatchObject({ saved: false })
    await give(first, adjudicationId!)
  })

  it('is never offered to somebody who held a seat of its item, and the database refuses it to them as well', async () => {
    const { studyId, readers, itemId, claim } = await bench()
    await addMember(studyId, readers[0]!.personId, 'adjudicator')
    const both = await viewerOf(readers[0]!.personId)
    expect(await claim(both)).toBeNull()
    expect((await listBench(both, {})).studies[0]?.waiting).toBe(0)
    const take = db.sql(`update adjudication set person_id = $1, hand_role = 'adjudicator', lease_until = now() + interval '1 hour' where item_id = $2`, [both.personId, itemId])
    await expect(take).rejects.toThrow(/adjudication_through_hand/)
    await expect(db.sql(`insert into hand (item_id, person_id, role) values ($1, $2, 'adjudicator')`, [itemId, both.personId])).rejects.toThrow(/hand_pkey/)
  })

  it('goes to one adjudicator only, however many ask at once', async () => {
    const { judges, claim } = await bench({ items: 4, adjudicators: 6 })
    const got = (await Promise.all(judges.map(claim))).filter((id) => id !== null)
    expect(got).toHaveLength(4)
    expect(new Set(got).size).toBe(4)
  })

  it('shows readings by letter with their points, and nothing of who, when or in which order', async () => {
    const { judge, readers, claim } = await bench()
    const seen = await readDispute(judge, { adjudicationId: (await claim(judge))! })
    expect(seen.readings.map(({ letter }) => letter)).toEqual(['A', 'B'])
    expect(seen.readings.map(({ answer }) => (answer as typeof wrong).veracity).sort()).toEqual(['correct', 'erroneous'])
    expect(seen.points).toHaveLength(2)
    const wire = JSON.stringify(seen)
    for (const { personId } of readers) expect(wire).not.toContain(personId)
    for (const reading of seen.readings) expect(Object.keys(reading).toSorted()).toEqual(['answer', 'letter'])
    for (const word of ['submittedAt', 'submitted_at', 'seatId', 'ordinal', 'openedAt']) expect(wire).not.toContain(word)
  })

  it('does not exist for a reader, another adjudicator or an admin', async () => {
    const { judges, judge, readers, admin, claim } = await bench({ adjudicators: 2 })
    const adjudicationId = (await claim(judge))!
    for (const viewer of [readers[0]!, judges[1]!, admin]) {
      await expect(readDispute(viewer, { adjudicationId })).rejects.toMatchObject(unknown)
      await expect(declineDispute(viewer, { adjudicationId, reason: 'unreadable', note: '' })).rejects.toMatchObject(unknown)
    }
    await expect(claimDispute(readers[0]!, { beyond: [] })).rejects.toMatchObject(unknown)
    await expect(claimDispute(admin, { beyond: [] })).rejects.toMatchObject(unknown)
  })

  it('passed on goes to somebody else, never back, and takes its draft along into nothing', async () => {
    const { judges, judge, itemId, claim } = await bench({ adjudicators: 2 })
    const adjudicationId = (await claim(judge))!
    await saveDraft(judge, { itemId, place: { kind: 'adjudication', id: adjudicationId }, body: { outcome: 'unusable' }, base: 0, activeMs: 0 })
    await declineDispute(judge, { adjudicationId, reason: 'conflict-of-interest', note: 'My own paper.' })
    await expect(readDispute(judge, { adjudicationId })).rejects.toMatchObject(unknown)
    expect(await claim(judge)).toBeNull()
    expect(await claim(judges[1]!)).toBe(adjudicationId)
    expect(await db.sql('select 1 from draft where item_id = $1', [itemId])).toEqual([])
    expect(await db.sql('select reason::text, note from decline where item_id = $1', [itemId])).toEqual([{ reason: 'conflict-of-interest', note: 'My own paper.' }])
  })
})

describe('a verdict', () => {
  it('closes the item with its reasons; sent twice it is one, and another after it is not taken for it', async () => {
    const { judge, itemId, claim, give } = await bench()
    const adjudicationId = (await claim(judge))!
    await Promise.all([give(judge, adjudicationId), give(judge, adjudicationId)])
    const otherwise = { ...wrong, spans: [{ ...wrong.spans[0]!, correction: 'advised' }] }
    for (const another of [{ rationale: 'Too late.' }, { answer: otherwise }, { outcome: 'unusable' as const }])
      await expect(give(judge, adjudicationId, another)).rejects.toMatchObject({ reason: 'verdict-differs' })
    expect(await verdicts(itemId)).toMatchObject([{ version: 1, source: 'adjudication', usable: true, rationale: 'It is first-line.', cause: 'oversight' }])
    expect(await stageOf(itemId)).toBe('closed')
    await expect(declineDispute(judge, { adjudicationId, reason: 'unreadable', note: '' })).rejects.toMatchObject({ reason: 'already-settled' })
  })

  it('does not end a draft that another page has saved since', async () => {
    const { judge, itemId, claim, give } = await bench()
    const adjudicationId = (await claim(judge))!
    const [mine, other] = [randomUUID(), randomUUID()]
    const save = (copy: string, base: number) =>
      saveDraft(judge, { itemId, place: { kind: 'adjudication', id: adjudicationId }, body: { rationale: copy }, base, activeMs: 0, from: { copy, turn: 1, after: [] } })
    await save(mine, 0)
    await save(other, 1)
    await expect(give(judge, adjudicationId, { from: { base: 1, copies: [mine] } })).rejects.toMatchObject({ reason: 'draft-newer' })
    expect(await db.sql('select body from draft where item_id = $1', [itemId])).toEqual([{ body: { rationale: other } }])
    await give(judge, adjudicationId, { from: { base: 1, copies: [other] } })
    expect(await verdicts(itemId)).toHaveLength(1)
  })

  it('is refused without an answer that is complete, by service and by constraint without a rationale or a cause', async () => {
    const { judge, itemId, claim, give } = await bench()
    const adjudicationId = (await claim(judge))!
    await expect(give(judge, adjudicationId, { answer: { ...wrong, spans: [] } })).rejects.toMatchObject({ reason: 'judgment-incomplete' })
    const { giveVerdictInput } = await import('./give-verdict')
    const whole = { adjudicationId, protocolId: randomUUID(), outcome: 'answer', answer: wrong, rationale: 'Because.', cause: 'oversight', activeMs: 0 }
    const fields = (value: object) => giveVerdictInput.safeParse(value).error?.issues.map(({ path, message }) => [path[0], message])
    expect(fields(whole)).toBeUndefined()
    expect(fields({ ...whole, rationale: '  ' })).toEqual([['rationale', 'key:rationale-missing']])
    await expect(give(judge, adjudicationId, { cause: null })).rejects.toMatchObject({ code: 'invalid', fields: [{ path: 'cause', code: 'cause-missing' }] })
    await expect(give(judge, adjudicationId, { rationale: '  ' })).rejects.toThrow(/verdict_by_adjudication_is_reasoned/)
    expect(await verdicts(itemId)).toEqual([])
    expect(await stageOf(itemId)).toBe('adjudicating')
  })

  it('names no cause of a difference where the readings agree, whatever was sent along, and the database takes none made up', async () => {
    const { judges, studyId, slug, admin, protocolId, itemId, claim, give } = await bench({ policy: 'always', answers: [correct, correct], adjudicators: 2 })
    const judge = judges[0]!
    const adjudicationId = (await claim(judge))!
    expect(await readDispute(judge, { adjudicationId })).toMatchObject({ differs: false })
    await expect(
      db.sql(
        `insert into verdict (item_id, study_id, protocol_id, version, source, answer, rationale, cause, adjudication_id)
          values ($1, $2, $3, 1, 'adjudication', '{}', 'Because.', 'oversight', $4)`,
        [itemId, studyId, protocolId, adjudicationId],
      ),
    ).rejects.toThrow(/names a cause where readings differ/)
    // A page that was open since before sends what it was asked for; sent twice it is one.
    for (const cause of ['oversight', null] as const) await give(judge, adjudicationId, { cause })
    expect(await verdicts(itemId)).toMatchObject([{ source: 'adjudication', rationale: 'It is first-line.', cause: null }])
    expect((await listSettled(judge, {})).rows).toMatchObject([{ adjudicationId, cause: null }])
    expect((await readOverview(admin, { study: slug, zone: 'UTC' })).outcomes).toMatchObject({ adjudicated: 1, causes: [] })
  })

  it('names one where readings differ, by the database too', async () => {
    const { judge, studyId, protocolId, itemId, claim } = await bench()
    const insert = db.sql(
      `insert into verdict (item_id, study_id, protocol_id, version, source, answer, rationale, adjudication_id) values ($1, $2, $3, 1, 'adjudication', '{}', 'Because.', $4)`,
      [itemId, studyId, protocolId, await claim(judge)],
    )
    await expect(insert).rejects.toThrow(/names a cause where readings differ/)
  })

  it('of an unusable item holds no answer, whatever was sent along', async () => {
    const { judge, itemId, claim, give } = await bench()
    await give(judge, (await claim(judge))!, { outcome: 'unusable' })
    expect(await verdicts(itemId)).toMatchObject([{ usable: false, answer: null }])
  })

  it('is shown to its readers under the protocol it was given under, beside their own answer under theirs', async () => {
    const { judge, readers, studyId, itemId, claim, give } = await bench()
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const newest = await publishProtocol(studyId)
    await give(judge, (await claim(judge))!, { protocolId: newest })
    const [seat] = await db.sql<{ id: string }>('select id from seat where item_id = $1 and person_id = $2', [itemId, readers[0]!.personId])
    expect(await readSeat(readers[0]!, { seatId: seat!.id })).toMatchObject({ protocol: { number: 1 }, judgment: { answer: correct }, verdict: { protocol: { id: newest, number: 2 } } })
  })

  it('can be looked at again by who gave it, and is in their list and nobody else’s', async () => {
    const { judges, judge, claim, give } = await bench({ adjudicators: 2 })
    const adjudicationId = (await claim(judge))!
    await give(judge, adjudicationId)
    expect(await readDispute(judge, { adjudicationId })).toMatchObject({ settled: true, given: { version: 1 }, earlier: [], draft: null })
    expect((await listSettled(judge, {})).rows.map((row) => row.adjudicationId)).toEqual([adjudicationId])
    expect((await listSettled(judges[1]!, {})).rows).toEqual([])
  })
})

describe('a dispute that ends without a verdict, since its item is read again', () => {
  it('is counted before, keeps what was written at it, says so to whoever gives one, and is nobody’s decision', async () => {
    const { judge, admin, slug, studyId, itemId, claim, give } = await bench()
    const adjudicationId = (await claim(judge))!
    await saveDraft(judge, { itemId, place: { kind: 'adjudication', id: adjudicationId }, body: { rationale: 'half' }, base: 0, activeMs: 0 })
    const newest = await publishProtocol(studyId)
    expect((await readProtocols(admin, { study: slug })).versions.map(({ number, items, held }) => [number, items, held])).toEqual([[2, 0, 0], [1, 1, 1]])
    await reopenItems(admin, { study: slug, under: 1, reason: 'A clearer guideline.', batch: 'Again' })
    await expect(give(judge, adjudicationId)).rejects.toMatchObject({ code: 'conflict', reason: 'dispute-ended' })
    expect(await db.sql('select body from draft where person_id = $1 and item_id = $2', [judge.personId, itemId])).toEqual([{ body: { rationale: 'half' } }])
    expect((await readWorkload(admin, { study: slug, zone: 'UTC' })).find(({ personId }) => personId === judge.personId)).toMatchObject({ settled: 0 })
    expect((await listBench(judge, {})).studies[0]?.settledByMe).toBe(0)
    // Of other readings, it is no beginning of the next one.
    for (const [nth, letter] of ['A', 'B'].entries()) {
      const { personId } = await makePerson()
      await addMember(studyId, personId, 'reader')
      const reader = await viewerOf(personId)
      const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
      await submitJudgment(reader, { seatId: seatId!, protocolId: newest, clientId: randomUUID(), answer: letter === 'A' ? correct : wrong, activeMs: nth })
    }
    await passGrace(studyId)
    const again = (await claim(judge))!
    expect((await readDispute(judge, { adjudicationId: again })).draft).toBeNull()
  })
})

describe('a re-opened item', () => {
  it('waits at the bench with fresh points, its earlier verdict shown and kept as a version', async () => {
    const { judge, admin, slug, itemId, claim, give } = await bench()
    await give(judge, (await claim(judge))!)
    await reopenItem(admin, { study: slug, itemId, reason: 'New evidence.' })
    expect(await stageOf(itemId)).toBe('adjudicating')
    const again = (await claim(judge))!
    const seen = await readDispute(judge, { adjudicationId: again })
    expect(seen.earlier).toMatchObject([{ version: 1, rationale: 'It is first-line.', cause: 'oversight' }])
    expect(seen.points).toHaveLength(2)
    await give(judge, again, { answer: correct, rationale: 'Indeed fine.' })
    expect(await verdicts(itemId)).toMatchObject([{ version: 1, rationale: 'It is first-line.' }, { version: 2, rationale: 'Indeed fine.' }])
    const events = await db.sql<{ detail: unknown }>(`select detail from audit_event where kind = 'item-reopened' and item_id = $1`, [itemId])
    expect(events).toEqual([{ detail: { reason: 'New evidence.' } }])
  })

  it('keeps a later round’s readings from whoever settled an earlier one, at the bench and closed', async () => {
    const { judges, admin, slug, studyId, itemId, claim, give } = await bench({ adjudicators: 2 })
    const [first, second] = judges as [Viewer, Viewer]
    const settled = (await claim(first))!
    await give(first, settled)
    expect(await readDispute(first, { adjudicationId: settled })).toMatchObject({ readAgain: false, readings: [{ letter: 'A' }, { letter: 'B' }] })
    const newest = await publishProtocol(studyId)
    await reopenItems(admin, { study: slug, under: 1, reason: 'A clearer guideline.', batch: 'Again' })
    for (const answer of [correct, wrong]) {
      const { personId } = await makePerson()
      await addMember(studyId, personId, 'reader')
      const reader = await viewerOf(personId)
      const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
      await submitJudgment(reader, { seatId: seatId!, protocolId: newest, clientId: randomUUID(), answer, activeMs: 1 })
    }
    await passGrace(studyId)
    const seen = () => readDispute(first, { adjudicationId: settled })
    expect(await seen()).toMatchObject({ readAgain: true, readings: [], given: { version: 1 } })
    await give(second, (await claim(second))!)
    expect(await stageOf(itemId)).toBe('closed')
    expect(await seen()).toMatchObject({ readAgain: true, readings: [] })
  })

  it('may be one that was left undecided', async () => {
    const { judge, admin, slug, itemId, claim } = await bench({ policy: 'never' })
    expect([await stageOf(itemId), await claim(judge)]).toEqual(['closed', null])
    await reopenItem(admin, { study: slug, itemId, reason: 'Needed after all.' })
    expect(await claim(judge)).not.toBeNull()
  })

  it('is re-opened by an admin of its study alone, once, when closed', async () => {
    const { judge, readers, admin, slug, itemId, claim, give } = await bench()
    const other = await bench()
    const reason = 'Why not.'
    for (const viewer of [judge, readers[0]!, other.admin]) await expect(reopenItem(viewer, { study: slug, itemId, reason })).rejects.toMatchObject(unknown)
    await expect(reopenItem(admin, { study: slug, itemId: other.itemId, reason })).rejects.toMatchObject(unknown)
    await expect(reopenItem(admin, { study: slug, itemId, reason })).rejects.toMatchObject({ reason: 'item-moved-on' })
    await give(judge, (await claim(judge))!)
    const twice = await Promise.allSettled([1, 2].map(() => reopenItem(admin, { study: slug, itemId, reason })))
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })
})
