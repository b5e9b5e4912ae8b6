import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { plainRecipe } from '@/lib/releases/recipe'
import { draftRelease } from './compose-draft'
import { exportVerdicts } from './export-verdicts'
import { listItems, listItemsInput } from './list-items'
import { countRelease } from './preview-release'
import { readItem } from './read-item'
import { readOverview } from './read-overview'
import { readSeat } from './read-seat'
import { reopenItems } from './reopen-items'
import { submitJudgment } from './submit-judgment'
import { takeBackJudgment } from './take-back-judgment'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()

/** A study that never adjudicates, with an item that two readers agree on. */
async function agreed() {
  const study = await studyWith({ policy: 'never' })
  const [ann, ben] = study.viewers as [(typeof study.viewers)[0], (typeof study.viewers)[0]]
  const { personId } = await makePerson()
  await addMember(study.studyId, personId, 'admin')
  await db.sql('update study set shows_verdicts = true where id = $1', [study.studyId])
  const seats = [(await study.claim(ann))!, (await study.claim(ben))!] as const
  await study.submit(ann, seats[0], correct)
  await study.submit(ben, seats[1], correct)
  const readUnder = async (protocolId: string) => {
    for (const [reader, answer] of [[ann, correct], [ben, wrong(span(0, 9))]] as const)
      await submitJudgment(reader, { seatId: (await study.claim(reader))!, protocolId, clientId: randomUUID(), answer, activeMs: 1_000 })
  }
  return { ...study, ann, ben, seats, admin: await viewerOf(personId), itemId: study.itemIds[0]!, readUnder }
}
type Study = Awaited<ReturnType<typeof agreed>>

/** The item as everybody is told of it: nothing was decided. */
async function expectUndecided({ studyId, slug, admin, ann, itemId }: Study, seatId: string) {
  await passGrace(studyId)
  let lines = ''
  for await (const piece of (await exportVerdicts(admin, { study: slug })).lines) lines += piece
  expect(lines).toBe('')
  expect((await readOverview(admin, { study: slug, zone: 'UTC' })).outcomes).toMatchObject({ consensus: 0, undecided: 1 })
  const { rows } = await listItems(admin, listItemsInput.parse({ study: slug, verdict: 'none' }))
  expect(rows).toMatchObject([{ id: itemId, verdict: null }])
  expect((await listItems(admin, listItemsInput.parse({ study: slug, verdict: 'consensus' }))).rows).toEqual([])
  const { releaseId } = await draftRelease(admin, { study: slug, title: 'Undecided' })
  expect((await countRelease(admin, { releaseId, recipe: plainRecipe })).items).toBe(0)
  expect((await readItem(admin, { study: slug, itemId })).verdicts).toMatchObject([{ version: 1, inForce: false }])
  expect((await readSeat(ann, { seatId })).verdict).toBeNull()
}

describe('an item that its readers leave undecided', () => {
  it('has no verdict, though one of them took back what an earlier one was made of', async () => {
    const study = await agreed()
    const { ben, seats, admin, slug, itemId, submit } = study
    expect((await readItem(admin, { study: slug, itemId })).verdicts).toMatchObject([{ inForce: true, undone: false }])
    await takeBackJudgment(ben, { seatId: seats[1] })
    await submit(ben, seats[1], wrong(span(0, 9)))
    await expectUndecided(study, seats[0])
    expect((await readItem(admin, { study: slug, itemId })).verdicts).toMatchObject([{ undone: true }])
  })

  it('has no verdict, though one was agreed on under an earlier protocol', async () => {
    const study = await agreed()
    const { studyId, slug, admin, readUnder, ann, itemId } = study
    const newest = await publishProtocol(studyId)
    await reopenItems(admin, { study: slug, under: 1, reason: 'A clearer guideline.', batch: 'Again' })
    expect((await listItems(admin, listItemsInput.parse({ study: slug }))).rows).toMatchObject([{ verdict: null }])
    await readUnder(newest)
    const [seat] = await db.sql<{ id: string }>('select id from seat where item_id = $1 and round = 2 and person_id = $2', [itemId, ann.personId])
    await expectUndecided(study, seat!.id)
  })
})
