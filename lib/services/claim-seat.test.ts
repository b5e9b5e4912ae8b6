import { beforeAll, describe, expect, test } from 'vitest'
import type { Viewer } from '@/lib/blinding/viewer'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import { claimSeat } from './claim-seat'

describe('the next seat', () => {
  const { sql, sqlAs } = freshDatabase()
  let ann: Viewer
  let ben: Viewer
  let studyId: string

  const reader = async () => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, 'reader')
    return viewerOf(personId)
  }
  /** Claims everything that waits for a person and hands it in, so that nothing is resumed; the items in this order. */
  const readAll = async (viewer: Viewer): Promise<string[]> => {
    const items: string[] = []
    for (;;) {
      const { seatId } = await claimSeat(viewer, { studyId, beyond: [] })
      if (!seatId) return items
      const [seat] = await sql<{ item: string }>(
        'update seat set submitted_at = now() where id = $1 returning item_id as item',
        [seatId],
      )
      items.push(seat!.item)
    }
  }

  beforeAll(async () => {
    studyId = (await makeStudy({ readersPerItem: 2 })).studyId
    await publishProtocol(studyId)
    await addItems(studyId, 6)
    await openBatch(studyId)
    ann = await reader()
    ben = await reader()
  })

  test('is claimed in nobody else’s name, by whatever way', async () => {
    await expect(sqlAs(ben.personId, `select claim_seat($1, $2, interval '30 minutes')`, [ann.personId, studyId])).rejects.toThrow('nobody claims for another person')
    expect(await sql('select from seat where person_id = $1', [ann.personId])).toEqual([])
  })

  test('goes on where the reader is, in the order of the queue, and offers no item twice', async () => {
    const read = await readAll(ann)
    const queue = await sql<{ item: string }>(
      'select item_id as item from seat where study_id = $1 group by item_id order by min(queue)',
      [studyId],
    )
    expect(read).toEqual(queue.map(({ item }) => item))
  })

  test('may come back behind the reader: what lapsed there is offered to who has read all the rest', async () => {
    const first = await claimSeat(ben, { studyId, beyond: [] })
    const [held] = await sql<{ item: string }>('select item_id as item from seat where id = $1', [first.seatId])
    const cem = await reader()
    const others = await readAll(cem)
    expect(others).not.toContain(held!.item)

    await sql(`update seat set lease_until = now() - interval '1 minute' where id = $1`, [first.seatId])
    expect(await readAll(cem)).toEqual([held!.item])
  })

  test('is on record as claimed by its reader; asking in vain is not', async () => {
    const claims = () =>
      sql<{ events: number }>(
        `select count(*)::int as events from audit_event e join audit_actor a on a.event_id = e.id
        where e.kind = 'seat-claimed' and a.person_id = $1`,
        [ann.personId],
      )
    expect(await claims()).toEqual([{ events: 6 }])
    expect((await claimSeat(ann, { studyId, beyond: [] })).seatId).toBeNull()
    expect(await claims()).toEqual([{ events: 6 }])
  })
})
