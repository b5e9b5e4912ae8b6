/** A study in which two physicians wrote a rubric, each without the other, and a third merged it: for what comes after. */
import { randomUUID } from 'node:crypto'
import { claimDispute } from '@/lib/services/claim-dispute'
import { claimSeat } from '@/lib/services/claim-seat'
import { giveVerdict } from '@/lib/services/give-verdict'
import { submitJudgment } from '@/lib/services/submit-judgment'
import { proMedical } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'

export type Criterion = { id: string; group: 'main' | 'bonus' | 'veto'; text: string; axis: string; weight?: number }
type Wanted = { adminId: string; prompt: string; responses: { id: string; text: string }[]; /** What each author writes, and what becomes of it. */ first: Criterion[]; second: Criterion[]; merged: Criterion[] }

const written = (criteria: Criterion[]) => ({
  review: null,
  reasons: [],
  criteria: criteria.map((one) => ({ weight: 0, locked: false, points: null, rationale: '', evidence: '', tags: [], origin: { kind: 'written' as const, from: [] }, ...one })),
  trials: [],
  note: '',
})

export async function authoredStudy({ adminId, prompt, responses, first, second, merged }: Wanted): Promise<{ slug: string }> {
  const { studyId, slug } = await makeStudy({ task: 'rubric-authoring', settings: proMedical.settings, readersPerItem: 2, licence: 'CC-BY-4.0' })
  const protocolId = await publishProtocol(studyId, proMedical.form)
  await addMember(studyId, adminId, 'admin')
  const content = { prompt: [{ role: 'user', content: prompt }], draft: null, references: [], responses }
  await addItems(studyId, [{ externalId: 'case-1', text: prompt, language: 'en', content }])
  await openBatch(studyId)
  const member = async (role: 'reader' | 'adjudicator') => {
    const { personId } = await makePerson({ languages: ['en'] })
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  for (const criteria of [first, second]) {
    const author = await member('reader')
    const { seatId } = await claimSeat(author, { studyId, beyond: [] })
    await submitJudgment(author, { seatId: seatId!, protocolId, clientId: randomUUID(), answer: written(criteria), activeMs: 1 })
  }
  const judge = await member('adjudicator')
  const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
  await giveVerdict(judge, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: written(merged), rationale: 'What both meant.', cause: 'oversight', activeMs: 1 })
  return { slug }
}
