/** A study with an admin, some readers and items in the pool, for tests of what its admin does with it. */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { addItems, addMember, makePerson, makeStudy, publishProtocol, viewerOf } from '@/prisma/factories'
import { claimSeat } from '../claim-seat'
import { openBatch, openBatchInput } from '../open-batch'
import { submitJudgment } from '../submit-judgment'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'

export const everyone = { people: [], specialties: [], languages: [] }
export const all = { filter: {}, taking: { take: 'all' as const } }
export const correct = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }

export async function studyToRun({ items = 3, readers = 2, k = 2, protocol = true } = {}) {
  const { studyId, slug } = await makeStudy({ readersPerItem: k })
  const protocolId = protocol ? await publishProtocol(studyId) : ''
  const made = await makePerson()
  await addMember(studyId, made.personId, 'admin')
  const admin = await viewerOf(made.personId)
  const people: Viewer[] = []
  for (let n = 0; n < readers; n++) {
    const { personId } = await makePerson({ languages: ['en'] })
    await addMember(studyId, personId, 'reader')
    people.push(await viewerOf(personId))
  }
  const itemIds = await addItems(studyId, items)
  const open = (wanted: object = {}) =>
    openBatch(
      admin,
      openBatchInput.parse({
        study: slug,
        name: `Batch ${randomUUID()}`,
        ...all,
        pool: everyone,
        readersPerItem: k,
        ...wanted,
      }),
    )
  const claim = async (viewer: Viewer) => (await claimSeat(viewer, { studyId, beyond: [] })).seatId
  const read = async (viewer: Viewer) => {
    const seatId = (await claim(viewer))!
    await submitJudgment(viewer, { seatId, protocolId, clientId: randomUUID(), answer: correct, activeMs: 1_000 })
    return seatId
  }
  return { studyId, slug, admin, readers: people, itemIds, open, claim, read }
}
export const seatsPerItem = (db: FreshDatabase, studyId: string) =>
  db.sql<{ n: number; letters: string }>(
    `select count(*)::int as n, string_agg(letter, '' order by letter) as letters from seat s join item i on i.id = s.item_id and i.round = s.round
     where s.study_id = $1 group by s.item_id`,
    [studyId],
  )
export const eventsOf = async (db: FreshDatabase, studyId: string, kind: string) =>
  (
    await db.sql<{ detail: Record<string, unknown> }>(
      'select detail from audit_event where study_id = $1 and kind = $2',
      [studyId, kind],
    )
  ).map(({ detail }) => detail)
