/** A study being read, made through the factories, and what its readers may say of its one text. */
import { randomUUID } from 'node:crypto'
import type { Viewer } from '@/lib/blinding/viewer'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { claimSeat } from '../claim-seat'
import { submitJudgment } from '../submit-judgment'

type Policy = 'on_disagreement' | 'always' | 'never'

export const correct = { veracity: 'correct', spans: [], difficulty: null, confidence: 2, note: '' }
const text = 'Metformin is contraindicated in type 2 diabetes.'
export const span = (start: number, end: number) => ({
  id: randomUUID(),
  start,
  end,
  quote: text.slice(start, end),
  type: 'pharmacotherapy',
  correction: 'indicated',
  explanation: 'First-line drug.',
  references: [],
})
export const wrong = (...spans: ReturnType<typeof span>[]) => ({ ...correct, veracity: 'erroneous', spans })

export async function studyWith({ k = 2, readers = 2, items = 1, policy = 'on_disagreement' }: { k?: number; readers?: number; items?: number; policy?: Policy } = {}) {
  const { studyId, slug } = await makeStudy({ readersPerItem: k, policy })
  const protocolId = await publishProtocol(studyId)
  const viewers: Viewer[] = []
  for (let n = 0; n < readers; n++) {
    const { personId } = await makePerson()
    await addMember(studyId, personId, 'reader')
    viewers.push(await viewerOf(personId))
  }
  const itemIds = await addItems(
    studyId,
    Array.from({ length: items }, () => ({ text })),
  )
  const batchId = await openBatch(studyId)
  const claim = async (viewer: Viewer) => (await claimSeat(viewer, { studyId, beyond: [] })).seatId
  const submit = (viewer: Viewer, seatId: string, answer: unknown, clientId = randomUUID()) =>
    submitJudgment(viewer, { seatId, protocolId, clientId, answer, activeMs: 1_000 })
  return { studyId, slug, protocolId, viewers, itemIds, batchId, claim, submit }
}
