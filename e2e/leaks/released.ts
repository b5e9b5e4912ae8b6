/** A frozen release of one item with its split hidden, a system handed in by the researcher, and a question that waits for an expert. */
import { randomUUID } from 'node:crypto'
import { plainRecipe } from '@/lib/releases/recipe'
import { changeRelease, draftRelease } from '@/lib/services/compose-draft'
import { freezeRelease } from '@/lib/services/freeze-release'
import { runJobNow } from '@/lib/services/run-job-now'
import { viewerOf } from '@/prisma/factories'
import { sql } from '../fixtures'
import type { Scene } from '../scene'

export type Released = { releaseId: string; submissionId: string; questionId: string; path: string }

/** Addresses of things that are not there yet. */
export const nothingReleased = (): Released => ({ releaseId: randomUUID(), submissionId: randomUUID(), questionId: randomUUID(), path: 'data/test.jsonl' })

export async function releasedWith({ slug, itemIds: [itemId], people }: Scene, { system }: { system: string }): Promise<Released> {
  const admin = await viewerOf(people.admin.personId)
  const title = 'Released'
  const { releaseId } = await draftRelease(admin, { study: slug, title })
  await changeRelease(admin, { releaseId, title, public: false, notes: '', recipe: { ...plainRecipe, hidden: ['test'] } })
  // Accounts without a password sign with the title.
  const { jobId } = await freezeRelease(admin, { releaseId, proof: title, meaning: 'For the walk.' })
  await runJobNow(admin, jobId)
  const [item] = await sql<{ id: string }>('select external_id as id from release_item where release_id = $1', [releaseId])
  const [file] = await sql<{ path: string }>(`select path from release_file where release_id = $1 and split = 'test' order by path limit 1`, [releaseId])
  const [submission] = await sql<{ id: string }>(
    `insert into submission (release_id, split, person_id, system, anonymous, file_name, file_hash, state, predicted, missing)
     values ($1, 'test', $2, $3, true, 'p.jsonl', '\\x00', 'scored', 1, 0) returning id`,
    [releaseId, people.researcher.personId, system],
  )
  const measure = { value: 1, reason: null, low: 1, high: 1 }
  const names = ['veracity.precision', 'veracity.recall', 'veracity.f1', 'veracity.accuracy', 'localisation.precision', 'localisation.recall', 'localisation.f1', 'overCriticism']
  const scores = { items: 1, counts: { tp: 1 }, measures: Object.fromEntries(names.map((name) => [name, measure])), confidence: 0.95, resamples: 1, seed: 1, by: {}, tooSmall: 0, against: {} }
  const [evaluation] = await sql<{ id: string }>(
    `insert into evaluation (release_id, split, kind, submission_id, match, seed, resamples, scores) values ($1, 'test', 'system', $2, 'overlap:0.5', 1, 1, $3) returning id`,
    [releaseId, submission!.id, JSON.stringify(scores)],
  )
  await sql(`insert into evaluation_outcome (evaluation_id, outcomes) values ($1, '"4"')`, [evaluation!.id])
  const [question] = await sql<{ id: string }>(
    `insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end") values ($1, $2, $3, 0, 9, 1, 5) returning id`,
    [releaseId, itemId, item!.id],
  )
  return { releaseId, submissionId: submission!.id, questionId: question!.id, path: file!.path }
}
