/** A frozen release of one item with its split hidden, a system handed in by the researcher, and a question that waits for an expert. */
import { createHash, randomUUID } from 'node:crypto'
import { canonical } from '@/lib/formats/canonical'
import type { JsonObject } from '@/lib/tasks/task'
import { sql } from '../fixtures'
import type { Scene } from '../scene'

export type Released = { releaseId: string; submissionId: string; questionId: string }

/** Addresses of things that are not there yet. */
export const nothingReleased = (): Released => ({ releaseId: randomUUID(), submissionId: randomUUID(), questionId: randomUUID() })

export async function releasedWith(
  { studyId, itemIds: [itemId], people }: Scene,
  { text, rationale, source, system }: { text: string; rationale: string; source: string; system: string },
): Promise<Released> {
  const quote = [...text].slice(0, 9).join('')
  const record: JsonObject = {
    id: 'released',
    text,
    textSha256: createHash('sha256').update(text).digest('hex'),
    language: 'en',
    specialty: null,
    source,
    tags: { note: source },
    outcome: 'answer',
    veracity: 'erroneous',
    spans: [{ start: 0, end: 9, quote, type: 'conceptual', correction: rationale, explanation: '', references: [] }],
    verdict: { basis: 'adjudication', version: 1, protocol: 1, rationale, cause: 'oversight' },
  }
  const [release] = await sql<{ id: string }>(
    `insert into release (study_id, title, recipe) values ($1, 'Released', '{"hidden":["test"]}') returning id`,
    [studyId],
  )
  const releaseId = release!.id
  await sql(
    `insert into release_item (release_id, external_id, item_id, split, cluster, verdict_id, record)
     select $1, 'released', $2, 'test', 'released', id, $3 from verdict where item_id = $2`,
    [releaseId, itemId, canonical(record)],
  )
  const [file] = await sql<{ id: string }>(
    `insert into release_file (release_id, path, split, media_type, bytes, sha256, crc32) values ($1, 'data/test.jsonl', 'test', 'application/jsonl', $2, $3, 0) returning id`,
    [releaseId, canonical(record).length, createHash('sha256').update(canonical(record)).digest()],
  )
  await sql('insert into release_chunk (file_id, number, bytes) values ($1, 0, $2)', [file!.id, Buffer.from(canonical(record))])
  await sql(
    `update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`,
    [releaseId],
  )
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
    `insert into span_question (release_id, item_id, external_id, gold_start, gold_end, start, "end") values ($1, $2, 'released', 0, 9, 1, 5) returning id`,
    [releaseId, itemId],
  )
  return { releaseId, submissionId: submission!.id, questionId: question!.id }
}
