/**
 * A study of a task with an item at each stage, with everything that can be made of it, and a canary word in each secret; who may
 * meet which. The closed item is released, and a system is scored on it.
 */
import { randomUUID } from 'node:crypto'
import type { TaskCode } from '@/lib/tasks/registry'
import { askAdmins } from '@/lib/services/ask-admins'
import { claimDispute } from '@/lib/services/claim-dispute'
import { claimSeat } from '@/lib/services/claim-seat'
import { giveVerdict } from '@/lib/services/give-verdict'
import { saveDraft } from '@/lib/services/save-draft'
import { addItems, openBatch, viewerOf } from '@/prisma/factories'
import { sql } from '../fixtures'
import { handIn } from '../readings'
import { canary, makeScene, type Scene } from '../scene'
import { releasedWith } from './released'
import { walkedTasks, type ItemSecrets, type Place } from './walked-tasks'

/** `begun`: Ann has handed in, Ben is at it. `disputed`: both have, and the judge is at it. `closed`: the judge has settled it. */
export const stages = ['begun', 'disputed', 'closed'] as const
export type Stage = (typeof stages)[number]
type Secrets = ItemSecrets & Record<'annNote' | 'benNote' | 'asked' | 'label' | 'rationale' | 'system', string>
/** `fileName`: what an admin imported, which is the admins' to know. */
export type Walked = { task: TaskCode; scene: Scene; fileName: string; secrets: Record<Stage, Secrets>; ids: Record<Stage, Record<string, string>> }

const kinds = ['text', 'seal', 'source', 'model', 'origin', 'annNote', 'benNote', 'asked', 'label', 'rationale', 'system'] as const
const newSecrets = () => Object.fromEntries(kinds.map((kind) => [kind, canary(kind)])) as Secrets

export async function worldOf(task: TaskCode): Promise<Walked> {
  const { study } = walkedTasks[task]
  const scene = await makeScene({ items: [], open: false, ...(study ? { task: study } : {}) })
  const fileName = canary('file')
  const shared = await thingsOfStudy(scene, fileName)
  const secrets = {} as Walked['secrets']
  const ids = {} as Walked['ids']
  for (const stage of stages.toReversed()) {
    secrets[stage] = newSecrets()
    ids[stage] = { ...shared, ...(await itemAt(stage, task, scene, secrets[stage])) }
    if (stage === 'closed') Object.assign(shared, await releasedWith(scene, { task, item: ids.closed, secrets: secrets.closed }))
    Object.assign(ids[stage], shared)
  }
  return { task, scene, fileName, secrets, ids }
}

/** One item, alone open for reading while it is brought to its stage. */
async function itemAt(stage: Stage, code: TaskCode, scene: Scene, secrets: Secrets): Promise<Record<string, string>> {
  const { studyId, protocolId, people } = scene
  const task = walkedTasks[code]
  const [itemId] = await addItems(studyId, [
    { ...task.content(secrets), language: 'en', source: secrets.source, tags: { note: secrets.source }, seal: { model: secrets.seal } },
  ])
  const batchId = await openBatch(studyId)
  const [ann, ben, judge] = await Promise.all(([people.ann, people.ben, people.judge] as const).map(({ personId }) => viewerOf(personId)))
  const says = (who: keyof Scene['people'], note: string) => (seat?: string) => {
    const place: Place = { item: itemId!, person: people[who].personId, seat }
    return task.answer(secrets, note, who === 'ben', place)
  }
  const seatId = await handIn(scene, 'ann', says('ann', secrets.annNote))
  await askAdmins(ann!, { itemId: itemId!, body: secrets.asked })
  const [thread] = await sql<{ id: string }>('select id from thread where item_id = $1', [itemId])
  const ids = { seatId, itemId: itemId!, batchId, batch: batchId, threadId: thread!.id, adjudicationId: randomUUID() }
  if (stage === 'begun') {
    const held = await claimSeat(ben!, { studyId, beyond: [] })
    await saveDraft(ben!, { itemId: itemId!, place: { kind: 'seat', id: held.seatId! }, body: says('ben', secrets.benNote)(held.seatId!), base: 0, activeMs: 1 })
    return { ...ids, benSeatId: held.seatId! }
  }
  const benSeatId = await handIn(scene, 'ben', says('ben', secrets.benNote))
  const { adjudicationId } = await claimDispute(judge!, { studyId, beyond: [] })
  if (stage === 'closed')
    await giveVerdict(judge!, { adjudicationId: adjudicationId!, protocolId, outcome: 'answer', answer: says('judge', secrets.label)(), rationale: secrets.rationale, cause: 'oversight', activeMs: 1 })
  return { ...ids, benSeatId, adjudicationId: adjudicationId! }
}

async function thingsOfStudy({ slug, studyId, protocolId, people }: Scene, fileName: string): Promise<Record<string, string>> {
  const [made] = await sql<{ picture: string; import: string; job: string }>(
    `with picture as (insert into picture (study_id, name, media_type, bytes) values ($1, 'p', 'image/png', '\\x89') returning id),
       import as (insert into import (study_id, file_name, format, state) values ($1, $3, 'native', 'done') returning id),
       job as (insert into job (kind, study_id, person_id, subject_id, state, failure) select 'import', $1, $2, id, 'failed', $4 from import returning id)
     select picture.id as picture, import.id as import, job.id as job from picture, import, job`,
    [studyId, people.admin.personId, fileName, JSON.stringify({ code: 'invalid', reason: fileName, values: {} })],
  )
  const none = Object.fromEntries(['releaseId', 'submissionId', 'questionId', 'token'].map((name) => [name, randomUUID()]))
  return {
    ...none,
    slug,
    study: slug,
    studyId,
    protocolId,
    personId: people.ann.personId,
    pictureId: made!.picture,
    importId: made!.import,
    import: made!.import,
    job: made!.job,
    jobId: made!.job,
    number: '1',
    version: '1',
    split: 'test',
  }
}

export type Role = keyof Scene['people'] | 'nobody'
export const roles: Role[] = ['ann', 'ben', 'cem', 'judge', 'admin', 'researcher', 'stranger', 'nobody']

/** Which canaries a person must never meet. What is not listed they may see. */
export function forbidden({ task, scene: { people }, fileName, secrets }: Walked, role: Role): string[] {
  const may = new Set(stages.flatMap((stage) => seenOf(role, stage, task).map((kind) => secrets[stage][kind])))
  const names = Object.entries(people).flatMap(([key, { canary: word }]) => (key === role || seesName(role, key) ? [] : [word]))
  return [...names, ...(role === 'admin' ? [] : [fileName]), ...stages.flatMap((stage) => Object.values(secrets[stage])).filter((word) => !may.has(word))]
}

/** An admin knows people; a release's card names who signed it. */
const seesName = (role: Role, of: string) => role === 'admin' || (role === 'researcher' && of === 'admin')

/** What of an item's secrets a person may meet at its stage. */
function seenOf(role: Role, stage: Stage, task: TaskCode): (keyof Secrets)[] {
  switch (role) {
    case 'ann':
      return ['text', 'annNote', 'asked']
    case 'ben':
      return ['text', 'benNote']
    case 'judge':
      if (stage === 'begun') return []
      return stage === 'closed' ? ['text', 'annNote', 'benNote', 'label', 'rationale'] : ['text', 'annNote', 'benNote']
    case 'admin':
      // Who said what, and the seal, only once the item is closed.
      return stage === 'closed' ? [...kinds] : ['text', 'source', 'model', 'origin', 'asked']
    case 'researcher':
      if (stage !== 'closed') return []
      // Of a hidden split the inputs of a system, with the names of responses and all that a rubric says, and never a label. The
      // card names the material's sources.
      return walkedTasks[task].prediction ? ['text', 'source', 'system', 'model', 'origin'] : ['source']
    case 'cem':
    case 'stranger':
    case 'nobody':
      return []
  }
}
