/** Work that was begun and not handed in goes on from another seat, where the responses stand in another order. */
import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { addItems, addMember, makePerson, makeStudy, openBatch, publishProtocol, viewerOf } from '@/prisma/factories'
import { freshDatabase } from '@/prisma/testing/fresh-database'
import type { Response } from '@/lib/tasks/conversation/responses'
import { emptyDraft as noPreference } from '@/lib/tasks/preference/empty-draft'
import { blindPairs } from '@/lib/tasks/preference/templates/blind-pairs'
import { emptyDraft as noRubric } from '@/lib/tasks/rubric-authoring/empty-draft'
import { proMedical as authoring } from '@/lib/tasks/rubric-authoring/templates/promedical'
import { emptyDraft as noLabels } from '@/lib/tasks/rubric-scoring/empty-draft'
import { proMedical as scoring } from '@/lib/tasks/rubric-scoring/templates/promedical'
import { contentOf, keptOf } from '@/lib/tasks/kept-content'
import { taskOf } from '@/lib/tasks/registry'
import { claimSeat } from './claim-seat'
import { closeBatch } from './close-batch'
import { readSeat } from './read-seat'
import { saveDraft } from './save-draft'

const db = freshDatabase()

/** So many that no two seats have them in one order by chance. */
const responses = Array.from({ length: 8 }, (_, nth) => ({ id: `model-${nth}`, text: `Answer ${nth}.` }))
const prompt = [{ role: 'user' as const, content: 'How much?' }]
const criterion = { id: 'dose', group: 'main', text: 'Names the dose.', axis: 'accuracy', weight: 1_000_000 }
const labelled = { criterion: 'dose', label: 'met', rationale: '', evidence: [] }

const tasks = [
  { code: 'preference', template: blindPairs, content: { prompt, responses }, begun: (response: string) => ({ ...noPreference(), overall: { pick: 'response', response, strength: null } }) },
  { code: 'rubric-scoring', template: scoring, content: { prompt, responses, rubric: { version: 1, criteria: [criterion] } }, begun: (response: string) => ({ ...noLabels(), labels: [{ ...labelled, response }] }) },
  { code: 'rubric-authoring', template: authoring, content: { prompt, responses, draft: null, references: [] }, begun: (response: string) => ({ ...noRubric(), trials: [{ response, criterion: 'dose', label: 'met' }] }) },
] as const

it.each(tasks)('what was begun at $code speaks of the same texts when the item comes back from another seat', async ({ code, template, content, begun }) => {
  const task = taskOf(code)
  const { studyId, slug } = await makeStudy({ task: code, settings: template.settings, readersPerItem: 1 })
  await publishProtocol(studyId, template.form)
  const [reader, admin] = await Promise.all((['reader', 'admin'] as const).map(async (role) => {
    const { personId } = await makePerson()
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  })) // prettier-ignore
  const { text, rest } = keptOf(task, task.contentFields.parse(content))
  await addItems(studyId, [{ text, content: rest }])
  const seatNow = async () => {
    await openBatch(studyId)
    const { seatId } = await claimSeat(reader!, { studyId, beyond: [] })
    const seat = await readSeat(reader!, { seatId: seatId! })
    return { ...seat, responses: (contentOf(task, { text: seat.text, rest: seat.content }) as { responses: Response[] }).responses }
  }
  const first = await seatNow()
  const chosen = first.responses[2]!
  await saveDraft(reader!, { itemId: first.itemId, place: { kind: 'seat', id: first.seatId }, body: begun(chosen.id), base: 0, activeMs: 1, from: { copy: randomUUID(), turn: 1, after: [] } })
  const [{ batchId }] = (await db.sql<{ batchId: string }>('select batch_id as "batchId" from seat where id = $1', [first.seatId])) as [{ batchId: string }]
  await closeBatch(admin!, { study: slug, batchId, interrupt: true })

  const second = await seatNow()
  expect(second.seatId).not.toBe(first.seatId)
  expect(second.draft!.body).toEqual(begun(second.responses.find((one) => one.text === chosen.text)!.id))
})
