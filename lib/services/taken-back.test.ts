import { describe, expect, it } from 'vitest'
import { addMember, makePerson, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimDispute } from './claim-dispute'
import { readDispute } from './read-dispute'
import { readSeat } from './read-seat'
import { takeBackJudgment } from './take-back-judgment'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()

describe('a reading that can still be taken back', () => {
  it('keeps its verdict from every reader of the item, and what was undone so from the adjudicator', async () => {
    const { studyId, viewers: [ann, ben], claim, submit, itemIds } = await studyWith()
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const [a, b] = [(await claim(ann!))!, (await claim(ben!))!]
    await submit(ann!, a, correct)
    await submit(ben!, b, correct)
    expect(await db.sql('select stage::text from item where id = $1', [itemIds[0]])).toEqual([{ stage: 'closed' }])
    for (const [viewer, seatId] of [[ann, a], [ben, b]] as const) expect((await readSeat(viewer!, { seatId })).verdict).toBeNull()
    await takeBackJudgment(ben!, { seatId: b })
    await submit(ben!, b, wrong(span(0, 9)))
    const judge = await makePerson()
    await addMember(studyId, judge.personId, 'adjudicator')
    const bench = await viewerOf(judge.personId)
    const { adjudicationId } = await claimDispute(bench, { studyId, beyond: [] })
    expect((await readDispute(bench, { adjudicationId: adjudicationId! })).earlier).toEqual([])
  })

  it('shows its verdict once nobody can take a reading back', async () => {
    const { studyId, viewers: [ann], claim, submit } = await studyWith({ k: 1 })
    await db.sql('update study set shows_verdicts = true where id = $1', [studyId])
    const seatId = (await claim(ann!))!
    await submit(ann!, seatId, correct)
    await db.sql(`update seat set submitted_at = now() - interval '31 seconds' where id = $1`, [seatId])
    expect((await readSeat(ann!, { seatId })).verdict).toMatchObject({ usable: true })
  })
})
