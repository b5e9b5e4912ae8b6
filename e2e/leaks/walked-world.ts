/** An item at one of its stages, with everything that can be made of it, and a canary word in each secret; who may meet which. */
import { randomUUID } from 'node:crypto'
import { viewerOf } from '@/prisma/factories'
import { claimDispute } from '@/lib/services/claim-dispute'
import { giveVerdict } from '@/lib/services/give-verdict'
import { sql } from '../fixtures'
import { answerOf, handIn } from '../readings'
import { canary, makeScene, type Scene } from '../scene'
import { nothingReleased, releasedWith } from './released'

export type Stage = 'begun' | 'disputed' | 'closed'
type Secrets = { text: string; seal: string; source: string; annNote: string; benNote: string; rationale: string; system: string }
export type Walked = { scene: Scene; secrets: Secrets; ids: Record<string, string> }

export async function worldAt(stage: Stage): Promise<Walked> {
  const secrets = {
    text: canary('text'),
    seal: canary('seal'),
    source: canary('source'),
    annNote: canary('annnote'),
    benNote: canary('bennote'),
    rationale: canary('rationale'),
    system: canary('system'),
  }
  const text = `Metformin is contraindicated. ${secrets.text}`
  const scene = await makeScene({
    items: [
      { text, language: 'en', source: secrets.source, tags: { note: secrets.source }, seal: { model: secrets.seal } },
    ],
  })
  const { protocolId, studyId, people } = scene
  const annSeat = await handIn(scene, 'ann', answerOf('erroneous', text, { note: secrets.annNote }))
  let adjudicationId: string = randomUUID()
  if (stage !== 'begun') {
    await handIn(scene, 'ben', answerOf('correct', text, { note: secrets.benNote }))
    const judge = await viewerOf(people.judge.personId)
    adjudicationId = (await claimDispute(judge, { beyond: [] })).adjudicationId!
    if (stage === 'closed') {
      await giveVerdict(judge, {
        adjudicationId,
        protocolId,
        outcome: 'answer',
        answer: answerOf('erroneous', text),
        rationale: secrets.rationale,
        cause: 'oversight',
        activeMs: 1,
      })
    }
  }
  const [picture] = await sql<{ id: string }>(
    `insert into picture (study_id, name, media_type, bytes) values ($1, 'p', 'image/png', '\\x89') returning id`,
    [studyId],
  )
  const [imported] = await sql<{ id: string }>(
    `insert into import (study_id, file_name, format, state) values ($1, $2, 'native', 'done') returning id`,
    [studyId, secrets.source],
  )
  const [job] = await sql<{ id: string }>(
    `insert into job (kind, study_id, person_id, subject_id, state, failure) values ('import', $1, $2, $3, 'failed', $4) returning id`,
    [studyId, people.admin.personId, imported!.id, JSON.stringify({ code: 'invalid', reason: secrets.source, values: {} })],
  )
  const [batch] = await sql<{ id: string }>('select id from batch where study_id = $1', [studyId])
  const [thread] = await sql<{ id: string }>('insert into thread (item_id, study_id) values ($1, $2) returning id', [
    scene.itemIds[0],
    studyId,
  ])
  const released = stage === 'closed' ? await releasedWith(scene, secrets) : nothingReleased()
  const ids = {
    ...released,
    slug: scene.slug,
    study: scene.slug,
    studyId,
    seatId: annSeat,
    itemId: scene.itemIds[0]!,
    adjudicationId,
    importId: imported!.id,
    pictureId: picture!.id,
    batchId: batch!.id,
    threadId: thread!.id,
    protocolId,
    token: randomUUID(),
    personId: people.ann.personId,
    number: '1',
    job: job!.id,
    jobId: job!.id,
    import: imported!.id,
    batch: batch!.id,
    release: released.releaseId,
    submission: released.submissionId,
    split: 'test',
    version: '1',
  }
  return { scene, secrets, ids }
}

export type Role = keyof Scene['people'] | 'nobody'
export const roles: Role[] = ['ann', 'ben', 'cem', 'judge', 'admin', 'researcher', 'stranger', 'nobody']

/** Which canaries a person must never meet, by role and stage. What is not listed they may see. */
export function forbidden(
  { scene: { people }, secrets }: Walked,
  role: Role,
  stage: Stage,
): string[] {
  const names = Object.entries(people)
    .filter(([key]) => key !== role)
    .map(([, { canary: word }]) => word)
  const { text, seal, source, annNote, benNote, rationale, system } = secrets
  const all = [...names, text, seal, source, annNote, benNote, rationale, system]
  if (role === 'nobody' || role === 'stranger') return all
  // Of a hidden split a researcher has the texts, as inputs for their system, and never a label. The card names the
  // material's sources and who signed.
  const ofRelease = [text, system, source, people.admin.canary]
  if (role === 'researcher') return stage === 'closed' ? all.filter((word) => !ofRelease.includes(word)) : all
  if (role === 'ann') return all.filter((word) => word !== annNote && word !== text)
  if (role === 'ben') return stage === 'begun' ? all : all.filter((word) => word !== benNote && word !== text)
  if (role === 'cem') return all
  if (role === 'judge') return stage === 'begun' ? all : [...names, seal, source, system]
  // An admin knows people and material; who said what, and the seal, only once the item is closed.
  return stage === 'closed' ? [] : [seal, annNote, benNote]
}
