/**
 * A study of a task of prompts and responses, read twice and settled, for tests of what is released of it and scored on it. The
 * readers agree on what `says` says of an item, but for every fourth, on which the second says what `differs` says and the bench
 * sides with the first.
 */
import { randomUUID } from 'node:crypto'
import { keptOf } from '@/lib/tasks/kept-content'
import { taskOf } from '@/lib/tasks/registry'
import { addItems, addMember, makePerson, makeStudy, openBatch, passGrace, publishProtocol, viewerOf } from '@/prisma/factories'
import type { FreshDatabase } from '@/prisma/testing/fresh-database'
import { plainRecipe, type Recipe } from '@/lib/releases/recipe'
import { claimDispute } from '../claim-dispute'
import { claimSeat } from '../claim-seat'
import { changeRelease, draftRelease } from '../compose-draft'
import { freezeRelease } from '../freeze-release'
import { workOutPreview } from '../preview-release'
import { giveVerdict } from '../give-verdict'
import { runJobNow } from '../run-job-now'
import { submitJudgment } from '../submit-judgment'
import { meaning } from './study-to-release'

type Options<Content extends object, Answer> = {
  task: string
  settings: NonNullable<NonNullable<Parameters<typeof makeStudy>[0]>['settings']>
  form: NonNullable<Parameters<typeof publishProtocol>[1]>
  items: readonly { id: string; content: Content; specialty: string }[]
  says: (nth: number) => Answer
  differs: (nth: number) => Answer
}

export async function responsesToRelease<Content extends object, Answer>(db: FreshDatabase, { task: code, settings, form, items, says, differs }: Options<Content, Answer>) {
  const task = taskOf(code)
  const { studyId, slug } = await makeStudy({ task: code, settings, licence: 'CC-BY-4.0' })
  const protocolId = await publishProtocol(studyId, form)
  const member = async (role: 'admin' | 'reader' | 'adjudicator' | 'researcher') => {
    const { personId } = await makePerson({ languages: ['en'] })
    await addMember(studyId, personId, role)
    return viewerOf(personId)
  }
  const [admin, first, second, judge, researcher] = [await member('admin'), await member('reader'), await member('reader'), await member('adjudicator'), await member('researcher')]
  const ids = await addItems(
    studyId,
    items.map(({ id, content, specialty }) => {
      const { text, rest } = keptOf(task, content as Record<string, unknown>)
      return { externalId: id, text, content: rest, specialty, language: 'en', tags: { theme: ['dosing'] } }
    }),
  )
  await openBatch(studyId)
  // Answers go by the names that a person sees, as the workbench sends them.
  const seen = (item: string, person: string, answer: unknown, seat?: string) => task.arrangement!.toShown(answer, items[ids.indexOf(item)]!.content, { item, person, seat })
  for (const [nth, reader] of [first, second].entries())
    for (;;) {
      const { seatId } = await claimSeat(reader, { studyId, beyond: [] })
      if (!seatId) break
      const [seat] = await db.sql<{ item: string }>('select item_id as item from seat where id = $1', [seatId])
      const at = ids.indexOf(seat!.item)
      const answer = nth === 1 && at % 4 === 3 ? differs(at) : says(at)
      await submitJudgment(reader, { seatId, protocolId, clientId: randomUUID(), answer: seen(seat!.item, reader.personId, answer, seatId), activeMs: 1_000 })
    }
  await passGrace(studyId)
  for (;;) {
    const { adjudicationId } = await claimDispute(judge, { studyId, beyond: [] })
    if (!adjudicationId) break
    const [dispute] = await db.sql<{ item: string }>('select item_id as item from adjudication where id = $1', [adjudicationId])
    const answer = seen(dispute!.item, judge.personId, says(ids.indexOf(dispute!.item)))
    await giveVerdict(judge, { adjudicationId, protocolId, outcome: 'answer', answer, rationale: 'As the first reader says.', cause: 'oversight', activeMs: 1 })
  }
  const released = async (recipe: Partial<Recipe>) => {
    const { releaseId } = await draftRelease(admin, { study: slug, title: 'Responses' })
    await changeRelease(admin, { releaseId, title: 'Responses', public: false, notes: '', recipe: { ...plainRecipe, ...recipe } })
    await runJobNow(admin, (await freezeRelease(admin, { releaseId, proof: 'Responses', meaning, print: await workOutPreview(admin, releaseId) })).jobId)
    return releaseId
  }
  return { studyId, slug, protocolId, itemIds: ids, admin, researcher, readers: [first, second], judge, seen, released }
}
