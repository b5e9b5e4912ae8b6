/** Releases for the blinding tests: with one open and one hidden split, at work or frozen, for researchers or for all, and what is made of them. */
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import type { Facts, Noun } from '@/lib/blinding/sight'
import type { FreshDatabase } from './fresh-database'

export const releasePlan = (person: fc.Arbitrary<number>) =>
  fc.record({
    state: fc.constantFrom('draft', 'freezing', 'frozen'),
    openToAll: fc.boolean(),
    grants: fc.uniqueArray(person, { maxLength: 2 }),
    /** Whose download, system, job, token and question of an expert there are. */
    doer: person,
  })
type Plan = ReturnType<typeof releasePlan> extends fc.Arbitrary<infer T> ? T : never

/** A row with what the policy needs to know of it, but for who asks: that is `grantees`. */
export type ReleaseRow = { noun: Noun; id: string; facts: Facts; grantees?: string[] }

/** Puts it into the database as its owner; a frozen one is frozen last, since nothing is added to one. */
export async function buildRelease(db: FreshDatabase, { state, openToAll, grants, doer }: Plan, studyId: string, people: string[]): Promise<ReleaseRow[]> {
  const [releaseId, submissionId] = [randomUUID(), randomUUID()]
  const personId = people[doer]!
  await db.sql(`insert into release (id, study_id, title, recipe, public) values ($1, $2, 'R', '{"hidden":["test"]}', $3)`, [releaseId, studyId, openToAll])
  await db.sql(`insert into submission (id, release_id, split, person_id, system, file_name, file_hash, predicted, missing) values ($1, $2, 'test', $3, 'S', 'f', '\\x00', 1, 0)`, [submissionId, releaseId, personId])
  const facts: Facts = { studyId, frozen: state === 'frozen', openToAll }
  const ofDoer = { ...facts, personId }
  const grantees = grants.map((nth) => people[nth]!)
  const rows: ReleaseRow[] = [
    { noun: 'release', id: releaseId, facts },
    { noun: 'submission', id: submissionId, facts: ofDoer },
    { noun: 'prediction', id: submissionId, facts: ofDoer },
  ]
  const add = (noun: Noun, given: Facts, whose?: string[]): string => {
    const id = randomUUID()
    rows.push({ noun, id, facts: given, ...(whose ? { grantees: whose } : {}) })
    return id
  }
  await db.sql(`insert into prediction (submission_id, external_id, answer) values ($1, 'x', '{}')`, [submissionId])
  for (const split of [undefined, 'open', 'hidden'] as const) {
    const name = split && { open: 'train', hidden: 'test' }[split]
    const given = { ...facts, split }
    const whose = split === 'hidden' ? grantees : undefined
    const fileId = add('release_file', given, whose)
    rows.push({ ...rows.at(-1)!, noun: 'release_chunk' })
    await db.sql(`insert into release_file (id, release_id, path, split, media_type, bytes, sha256, crc32) values ($1::uuid, $2, $1::uuid::text, $3, 'text/plain', 1, '\\x00', 0)`, [fileId, releaseId, name ?? null])
    await db.sql(`insert into release_chunk (file_id, number, bytes) values ($1, 0, '\\x00')`, [fileId])
    if (!split) continue
    const itemId = add('release_item', given, whose)
    const evaluationId = add('evaluation', given)
    rows.push({ noun: 'evaluation_outcome', id: evaluationId, facts: given, ...(whose ? { grantees: whose } : {}) })
    const downloadId = add('download', ofDoer)
    await db.sql(
      `with item as (insert into release_item (release_id, external_id, item_id, split, cluster, withdrawn) values ($1, $2::uuid::text, $2, $3, 'c', 'for the test')),
         given as (insert into download (id, release_id, person_id, split, path) values ($4, $1, $5, $3, 'p')),
         scored as (insert into evaluation (id, release_id, split, kind, submission_id, match, seed, resamples, scores) values ($6, $1, $3, 'system', $7, 'exact', 1, 1, '{}'))
       select`,
      [releaseId, itemId, name, downloadId, personId, evaluationId, submissionId],
    )
    await db.sql(`insert into evaluation_outcome (evaluation_id, outcomes) values ($1, '"4"')`, [evaluationId])
  }
  const [questionId, tokenId, jobId] = (['span_question', 'access_token', 'job'] as const).map((noun) => add(noun, ofDoer))
  rows.push({ noun: 'idempotency_key', id: `${personId}/${jobId}`, facts: ofDoer })
  await db.sql(
    `with asked as (insert into span_question (id, release_id, item_id, external_id, gold_start, gold_end, start, "end", person_id) values ($1, $2, $1, 'x', 0, 1, 1, 2, $3)),
       token as (insert into access_token (id, person_id, name, prefix, token_hash, scopes, expires_at) values ($4, $3, 't', 'dr_', sha256(uuid_send($4)), '{releases:read}', now() + interval '1 day')),
       repeated as (insert into idempotency_key (person_id, key, request_hash) values ($3, $5::uuid::text, '\\x00'))
     insert into job (id, kind, study_id, person_id, subject_id) values ($5, 'freeze', $6, $3, $5)`,
    [questionId, releaseId, personId, tokenId, jobId, studyId],
  )
  for (const grantee of grantees) {
    await db.sql(`insert into split_grant (study_id, person_id, split, reason) values ($1, $2, 'test', 'r')`, [studyId, grantee])
    rows.push({ noun: 'split_grant', id: `${studyId}/${grantee}`, facts: { studyId, personId: grantee } })
  }
  if (state === 'frozen')
    await db.sql(`update release set state = 'frozen', version = '1.0.0', frozen_at = now(), signature = '{}', facts = '{}', manifest = '{}', manifest_hash = '\\x00' where id = $1`, [releaseId])
  else await db.sql('update release set state = $2::release_state where id = $1', [releaseId, state])
  return rows
}
