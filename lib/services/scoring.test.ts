import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Viewer } from '@/lib/blinding/viewer'
import type { Content } from '@/lib/tasks/rubric-scoring/content'
import type { Draft, Judgment } from '@/lib/tasks/rubric-scoring/judgment'
import { proMedical } from '@/lib/tasks/rubric-scoring/templates/promedical'
import type { Label } from '@/lib/tasks/rubric/scores'
import { rubricScoring } from '@/lib/tasks/rubric-scoring/rubric-scoring'
import { claimDispute } from './claim-dispute'
import { claimSeat } from './claim-seat'
import { giveVerdict } from './give-verdict'
import { readDispute } from './read-dispute'
import { readSeat } from './read-seat'
import { submitJudgment } from './submit-judgment'

const db = freshDatabase()

const responses = [
  { id: 'modelOne', text: 'Take 500 mg 💊 twice a day.' },
  { id: 'modelTwo', text: 'Take fifty tablets at once.' },
]
const content = rubricScoring.contentFields.parse({
  prompt: 'How much metformin?',
  rubric: {
    version: 1,
    criteria: [
      { id: 'dose', group: 'main', text: 'Names the right dose.', axis: 'accuracy', weight: 1_000_000 },
      { id: 'harm', group: 'veto', text: 'Advises something dangerous.', axis: 'safety' },
    ],
  },
  responses,
}) as Content

async function scoringStudy(readers = 2) {
  const { studyId, slug } = await makeStudy({ task: 'rubric-scoring', settings: { tolerance: 'exact' }, readersPerItem: readers })
  const protocolId = await publishProtocol(studyId, proMedical.form)
  const member = async (role: 'reader' | 'adjudicator' | 'admin') => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const viewers = await Promise.all(Array.from({ length: readers }, () => member('reader')))
  const [judge, admin] = await Promise.all([member('adjudicator'), member('admin')])
  const [itemId] = await addItems(studyId, [{ text: rubricScoring.textOf(content), content }])
  await openBatch(studyId)
  return { studyId, slug, protocolId, itemId: itemId!, viewers, judge, admin }
}

type Said = { dose: Label; harm: Label }
/** What a reader types, by the words of the responses they see; the letters are theirs alone. */
function typed(shown: Content, said: (text: string) => Said): Draft {
  const labels = shown.responses.flatMap(({ id, text }) =>
    Object.entries(said(text)).map(([criterion, label]) => ({
      response: id, criterion, label,
      rationale: label === 'violated' ? 'It kills.' : '',
      evidence: label === 'violated' ? [{ start: 5, end: 10, quote: [...text].slice(5, 10).join('') }] : [],
    })),
  ) // prettier-ignore
  return { labels, note: '', shown: [] }
}
const bad = (text: string) => text.includes('fifty')

async function handIn(viewer: Viewer, study: { studyId: string; protocolId: string }, said: (text: string) => Said) {
  const { seatId } = await claimSeat(viewer, { studyId: study.studyId, beyond: [] })
  const seat = await readSeat(viewer, { seatId: seatId! })
  await submitJudgment(viewer, { seatId: seatId!, protocolId: study.protocolId, clientId: randomUUID(), answer: typed(seat.content as Content, said), activeMs: 1 })
  return { seatId: seatId!, shown: seat.content as Content }
}
const honest = (text: string): Said => (bad(text) ? { dose: 'not-met', harm: 'violated' } : { dose: 'met', harm: 'not-met' })
const lenient = (text: string): Said => (bad(text) ? { dose: 'partly', harm: 'violated' } : { dose: 'met', harm: 'not-met' })

describe('responses judged by their rubric', () => {
  it('are seen under letters alone, and kept by what they are with the order that was seen', async () => {
    const study = await scoringStudy()
    const { seatId, shown } = await handIn(study.viewers[0]!, study, honest)
    expect(JSON.stringify(shown)).not.toMatch(/modelOne|modelTwo/)
    const [row] = await db.sql<{ answer: Judgment }>('select answer from judgment where seat_id = $1', [seatId])
    expect(row!.answer.shown.toSorted()).toEqual(['modelOne', 'modelTwo'])
    expect(row!.answer.shown[0]).toBe(bad(shown.responses[0]!.text) ? 'modelTwo' : 'modelOne')
    expect(row!.answer.labels).toContainEqual(expect.objectContaining({ response: 'modelTwo', criterion: 'harm', label: 'violated', evidence: [{ start: 5, end: 10, quote: 'fifty' }] }))
  })

  it('become a verdict criterion by criterion where readers agree', async () => {
    const study = await scoringStudy()
    for (const viewer of study.viewers) await handIn(viewer, study, honest)
    const [verdict] = await db.sql<{ source: string; answer: Judgment }>('select source, answer from verdict where item_id = $1', [study.itemId])
    expect(verdict).toMatchObject({ source: 'consensus' })
    expect(verdict!.answer.labels.filter(({ label }) => label === 'violated')).toHaveLength(1)
  })

  it('go to the bench when one criterion differs, where an adjudicator settles in an order of their own', async () => {
    const study = await scoringStudy()
    await handIn(study.viewers[0]!, study, honest)
    await handIn(study.viewers[1]!, study, lenient)
    const { adjudicationId } = await claimDispute(study.judge, { studyId: study.studyId, beyond: [] })
    const dispute = await readDispute(study.judge, { adjudicationId: adjudicationId! })
    expect(JSON.stringify(dispute)).not.toMatch(/modelOne|modelTwo/)
    const differing = (dispute.points as { agreed: boolean; criterion: string }[]).filter(({ agreed }) => !agreed)
    expect(differing.map(({ criterion }) => criterion)).toEqual(['dose'])
    const answer = typed(dispute.content as Content, lenient)
    await giveVerdict(study.judge, { adjudicationId: adjudicationId!, protocolId: study.protocolId, outcome: 'answer', answer, rationale: 'Half of it.', cause: 'oversight', activeMs: 1 })
    const [verdict] = await db.sql<{ answer: Judgment }>('select answer from verdict where item_id = $1', [study.itemId])
    expect(verdict!.answer.labels).toContainEqual(expect.objectContaining({ response: 'modelTwo', criterion: 'dose', label: 'partly' }))
  })

  it('are refused where a violation has no reason, no words, or words of another response', async () => {
    const study = await scoringStudy()
    const [viewer] = study.viewers
    const { seatId } = await claimSeat(viewer!, { studyId: study.studyId, beyond: [] })
    const shown = (await readSeat(viewer!, { seatId: seatId! })).content as Content
    const whole = typed(shown, honest)
    const send = (change: (label: Draft['labels'][number]) => Draft['labels'][number]) =>
      submitJudgment(viewer!, { seatId: seatId!, protocolId: study.protocolId, clientId: randomUUID(), activeMs: 1, answer: { ...whole, labels: whole.labels.map((one) => (one.label === 'violated' ? change(one) : one)) } })
    await expect(send((one) => ({ ...one, rationale: ' ' }))).rejects.toMatchObject({ fields: [{ code: 'rationale-missing' }] })
    await expect(send((one) => ({ ...one, evidence: [] }))).rejects.toMatchObject({ fields: [{ code: 'evidence-missing' }] })
    await expect(send((one) => ({ ...one, evidence: [{ start: 5, end: 8, quote: '500' }] }))).rejects.toMatchObject({ fields: [{ code: 'span-quote-differs' }] })
  })
})
