import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimDispute } from './claim-dispute'
import { listBench } from './list-bench'
import { readDispute } from './read-dispute'
import { readItem } from './read-item'
import { reopenItem } from './reopen-item'
import { readSeat } from './read-seat'
import { takeBackJudgment } from './take-back-judgment'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()
const person = async (studyId: string, role: 'admin' | 'adjudicator') => {
  const { personId } = await makePerson()
  await addMember(studyId, personId, role)
  return viewerOf(personId)
}
const stageOf = async (itemId: string) => (await db.sql<{ stage: string }>('select stage::text from item where id = $1', [itemId]))[0]!.stage

describe('a reading that can still be taken back', () => {
  it('keeps its verdict from every reader of the item, and what was undone so from the adjudicator', async () => {
    const { studyId, viewers: [ann, ben], claim, submit, itemIds } = await studyWith()
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
    await submit(ann!, a, correct)
    await submit(ben!, b, correct)
    expect(await stageOf(itemIds[0]!)).toBe('closed')
    for (const [viewer, seatId] of [[ann, a], [ben, b]] as const) expect((await readSeat(viewer!, { seatId })).verdict).toBeNull()
    await takeBackJudgment(ben!, { seatId: b })
    await submit(ben!, b, wrong(span(0, 9)))
    const bench = await person(studyId, 'adjudicator')
    await passGrace(studyId)
    const { adjudicationId } = await claimDispute(bench, { studyId, beyond: [] })
    expect((await readDispute(bench, { adjudicationId: adjudicationId! })).earlier).toEqual([])
  })

  it('shows its verdict once nobody can take a reading back', async () => {
    const { studyId, viewers: [ann], claim, submit } = await studyWith({ k: 1 })
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const seatId = (await claim(ann!))!
    await submit(ann!, seatId, correct)
    await passGrace(studyId)
    expect((await readSeat(ann!, { seatId })).verdict).toMatchObject({ usable: true })
  })

  it('can be for as long as is said, whatever the others said, the study settles by and adjudicators ask for', async () => {
    for (const policy of ['on_disagreement', 'always', 'never'] as const)
      for (const other of [correct, wrong(span(0, 9))]) {
        const { studyId, viewers: [ann, ben], itemIds, claim, submit } = await studyWith({ policy })
        const bench = await person(studyId, 'adjudicator')
        const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
        await submit(ann!, a, other)
        // Twice, so that one of the endings follows on another that was undone.
        for (const again of [correct, other]) {
          await submit(ben!, b, again)
          expect(await stageOf(itemIds[0]!)).not.toBe('reading')
          expect(await claimDispute(bench, { studyId, beyond: [] })).toEqual({ adjudicationId: null })
          expect((await listBench(bench, {})).studies).toMatchObject([{ waiting: 0 }])
          expect(await takeBackJudgment(ben!, { seatId: b })).toEqual({ seatId: b })
          expect(await stageOf(itemIds[0]!)).toBe('reading')
        }
        await submit(ben!, b, correct)
        await passGrace(studyId)
        const waiting = (await stageOf(itemIds[0]!)) === 'adjudicating' ? 1 : 0
        expect((await listBench(bench, {})).studies).toMatchObject([{ waiting }])
        await expect(takeBackJudgment(ben!, { seatId: b })).rejects.toMatchObject({ reason: 'too-late-to-take-back' })
      }
  })

  it('bares nothing of its item to an admin before that, though it is closed', async () => {
    const { studyId, slug, viewers: [ann], itemIds, claim, submit } = await studyWith({ k: 1 })
    const admin = await person(studyId, 'admin')
    const seatId = (await claim(ann!))!
    await submit(ann!, seatId, correct)
    const look = () => readItem(admin, { study: slug, itemId: itemIds[0]! })
    expect(await look()).toMatchObject({ readings: [], item: { bared: false, stage: 'closed' } })
    await passGrace(studyId)
    expect(await look()).toMatchObject({ readings: [{ seatId }], item: { bared: true } })
  })

  it('leaves no consensus behind, though an admin opened the item again meanwhile', async () => {
    const { studyId, slug, viewers: [ann, ben], itemIds, claim, submit } = await studyWith()
    const [admin, bench] = [await person(studyId, 'admin'), await person(studyId, 'adjudicator')]
    const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
    await submit(ann!, a, correct)
    await submit(ben!, b, correct)
    await reopenItem(admin, { study: slug, itemId: itemIds[0]!, reason: 'Once more.' })
    await takeBackJudgment(ben!, { seatId: b })
    await submit(ben!, b, wrong(span(0, 9)))
    await passGrace(studyId)
    const { adjudicationId } = await claimDispute(bench, { studyId, beyond: [] })
    expect((await readDispute(bench, { adjudicationId: adjudicationId! })).earlier).toEqual([])
  })

  it('goes on with the time that was spent on it', async () => {
    const { viewers: [ann], claim, submit } = await studyWith()
    const seatId = (await claim(ann!))!
    await submit(ann!, seatId, correct)
    await takeBackJudgment(ann!, { seatId })
    expect((await readSeat(ann!, { seatId })).draft?.activeMs).toBe(1_000)
  })
})
