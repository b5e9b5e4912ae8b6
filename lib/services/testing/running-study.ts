/**
 * A study half-way, for tests of what admins see of it: one item agreed on, one disputed, one half read. Whatever must not
 * be seen holds the word canary.
 */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'
import { askAdmins } from '../ask-admins'
import { claimDispute } from '../claim-dispute'
import { claimSeat } from '../claim-seat'
import { giveVerdict } from '../give-verdict'
import { submitJudgment } from '../submit-judgment'

export const text = 'Wrong 🩺 first. Metformin is contraindicated in type 2 diabetes.'
const points = [...text]
const span = (start: number, end: number, explanation: string) => ({
  id: randomUUID(), start, end, quote: points.slice(start, end).join(''), type: 'pharmacotherapy', correction: 'indicated', explanation, references: [],
}) // prettier-ignore
const says = (...spans: ReturnType<typeof span>[]) => ({
  veracity: spans.length ? 'erroneous' : 'correct', spans, difficulty: null, confidence: 2, note: '',
}) // prettier-ignore

export type Scene = {
  slug: string
  studyId: string
  admin: Viewer
  second: Viewer
  readers: Viewer[]
  judge: Viewer
  agreed: string
  disputed: string
  half: string
  threadId: string
}

/** A study with one item agreed on, one adjudicated or at the bench, and one half read; its secrets hold the canary. */
export async function runningStudy(db: FreshDatabase, people?: { readers: Viewer[] }): Promise<Scene> {
  const { studyId, slug } = await makeStudy({ readersPerItem: 2 })
  const protocolId = await publishProtocol(studyId)
  const member = async (role: 'reader' | 'admin' | 'adjudicator', name: string) => {
    const { personId } = await makePerson({ name })
    await addMember(studyId, personId, role)
    return personId
  }
  const [adminId, secondId, judgeId] = [
    await member('admin', 'Admin One'),
    await member('admin', 'Admin Two'),
    await member('adjudicator', 'canary-judge'),
  ]
  const readerIds = people?.readers.map(({ personId }) => personId) ?? [
    await member('reader', 'canary-ann'),
    await member('reader', 'canary-ben'),
  ]
  if (people) for (const personId of readerIds) await addMember(studyId, personId, 'reader')
  const readers = await Promise.all(readerIds.map(viewerOf))
  const itemIds = await addItems(
    studyId,
    [0, 1, 2].map((n) => ({ text, externalId: `i-${n}`, tags: { n: String(n) }, seal: { model: 'canary-model' } })),
  )
  await openBatch(studyId)
  const [agreed, disputed, half] = itemIds as [string, string, string]
  const answers = new Map([
    [agreed, [says(span(16, 25, 'canary-a')), says(span(16, 25, 'canary-b'))]],
    [disputed, [says(span(6, 7, 'canary-c')), says()]],
    [half, [says(span(0, 5, 'canary-d')), null]],
  ])
  for (const [nth, reader] of readers.entries()) {
    for (let taken = 0; taken < 3; taken++) {
      const beyond = (
        await db.sql<{ id: string }>('select id from seat where person_id = $1 and submitted_at is null', [
          reader.personId,
        ])
      ).map(({ id }) => id)
      const { seatId } = await claimSeat(reader, { studyId, beyond })
      const [seat] = await db.sql<{ item: string }>('select item_id as item from seat where id = $1', [seatId])
      const answer = answers.get(seat!.item)![nth]
      if (answer)
        await submitJudgment(reader, { seatId: seatId!, protocolId, clientId: randomUUID(), answer, activeMs: 60_000 })
    }
  }
  await passGrace(studyId)
  await askAdmins(readers[1]!, { itemId: half, body: 'Is this meant literally?' })
  const [thread] = await db.sql<{ id: string }>('select id from thread where item_id = $1', [half])
  return {
    slug,
    studyId,
    admin: await viewerOf(adminId),
    second: await viewerOf(secondId),
    readers,
    judge: await viewerOf(judgeId),
    agreed,
    disputed,
    half,
    threadId: thread!.id,
  }
}
export async function settle(db: FreshDatabase, { judge, studyId }: Scene) {
  const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
  await giveVerdict(judge, {
    adjudicationId: adjudicationId!,
    protocolId: (await db.sql<{ id: string }>('select id from protocol where study_id = $1', [studyId]))[0]!.id,
    outcome: 'answer',
    answer: says(span(6, 7, 'A stethoscope is no word.')),
    rationale: 'As the first reader says.',
    cause: 'oversight',
    activeMs: 1,
  })
}
