/** Whoever comes back to what they hold holds it anew, however long ago its lease ran out, as long as nobody else has come by. */
import { describe, expect, it } from 'vitest'
import { addMember, makePerson, passGrace, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import { claimDispute } from './claim-dispute'
import { claimReading } from './claim-seat'
import { keepHouse } from './keep-house'
import { readDispute } from './read-dispute'
import { readSeat } from './read-seat'
import { resumeWork } from './resume-work'
import { correct, span, studyWith, wrong } from './testing/reading-study'

const db = freshDatabase()
const lapse = (table: 'seat' | 'adjudication', id: string, ago = '1 second') =>
  db.sql(`update ${table} set lease_until = now() - $2::interval where id = $1`, [id, ago])

describe('a reading whose lease ran out', () => {
  type Held = { seatId: string; itemId: string; studyId: string }
  const ways: [string, (viewer: Viewer, held: Held) => Promise<unknown>][] = [
    ['asks for the next', (viewer, { studyId }) => claimReading(viewer, { studyId, beyond: [] })],
    ['opens it', (viewer, { seatId }) => readSeat(viewer, { seatId })],
    ['takes it up again', (viewer, { itemId, seatId }) => resumeWork(viewer, { itemId, place: seatId })],
  ]
  it.each(ways)('is nobody else’s once its reader %s', async (_, comesBack) => {
    const { studyId, itemIds, viewers: [ann, ben], claim } = await studyWith({ k: 1 }) // prettier-ignore
    const seatId = (await claim(ann!))!
    await lapse('seat', seatId)
    await comesBack(ann!, { seatId, itemId: itemIds[0]!, studyId })
    expect(await claim(ben!)).toBeNull()
    expect(new Date((await readSeat(ann!, { seatId })).leaseUntil!).getTime()).toBeGreaterThan(Date.now() + 20 * 60_000)
  })

  it('is passed by where another took it, and its reader is given the next', async () => {
    const { studyId, viewers: [ann, ben], claim } = await studyWith({ k: 1, items: 3 }) // prettier-ignore
    const first = (await claim(ann!))!
    await lapse('seat', first)
    const theirs = [await claim(ben!), (await claimReading(ben!, { studyId, beyond: [first] })).seat?.seatId]
    expect(theirs).toContain(first)
    const { seat } = await claimReading(ann!, { studyId, beyond: [] })
    expect(seat).not.toBeNull()
    expect(theirs).not.toContain(seat!.seatId)
  })
})

describe('a dispute whose lease ran out', () => {
  async function bench(items = 1) {
    const study = await studyWith({ items })
    for (const [viewer, answer] of [[study.viewers[0]!, correct], [study.viewers[1]!, wrong(span(0, 9))]] as const)
      for (let n = 0; n < items; n++) await study.submit(viewer, (await study.claim(viewer))!, answer)
    await passGrace(study.studyId)
    const judge = async () => {
      const { personId } = await makePerson()
      await addMember(study.studyId, personId, 'adjudicator')
      return viewerOf(personId)
    }
    const claim = async (viewer: Viewer, beyond: string[] = []) => (await claimDispute(viewer, { studyId: study.studyId, beyond })).adjudicationId
    return { studyId: study.studyId, itemId: study.itemIds[0]!, claim, first: await judge(), second: await judge() }
  }

  type Held = { id: string; itemId: string; studyId: string }
  const ways: [string, (viewer: Viewer, held: Held) => Promise<unknown>][] = [
    ['asks for the next', (viewer, { studyId }) => claimDispute(viewer, { studyId, beyond: [] })],
    ['opens it', (viewer, { id }) => readDispute(viewer, { adjudicationId: id })],
    ['takes it up again', (viewer, { itemId, id }) => resumeWork(viewer, { itemId, place: id })],
  ]
  it.each(ways)('is nobody else’s once whoever has it %s', async (_, comesBack) => {
    const { studyId, itemId, claim, first, second } = await bench()
    const id = (await claim(first))!
    await lapse('adjudication', id)
    await comesBack(first, { id, itemId, studyId })
    expect(await claim(second)).toBeNull()
  })

  it('is given to others after those that nobody has opened, and a day later in its turn', async () => {
    const { studyId, claim, first, second } = await bench(3)
    const oldest = (await claim(first))!
    await lapse('adjudication', oldest)
    const others = await db.sql<{ id: string }>('select id from adjudication where study_id = $1 and id <> $2 order by opened_at', [studyId, oldest])
    expect(await claim(second)).toBe(others[0]!.id)
    await lapse('adjudication', oldest, '25 hours')
    await keepHouse()
    expect(await claim(second, [others[0]!.id])).toBe(oldest)
    expect(await claim(first)).toBe(others[1]!.id)
  })
})
