/** What systems predict. A submission's predictions are its person's and its study's admins'. */
import type { JsonObject } from '@/lib/tasks/task'
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

export type SubmissionState = 'received' | 'scored' | 'withdrawn'
export type NewSubmission = {
  releaseId: string
  split: string
  personId: string
  system: string
  anonymous: boolean
  description: string
  fileName: string
  fileHash: Uint8Array
  predicted: number
  missing: number
}

/**
 * One person's submissions come one after the other until the transaction ends: what is counted stays counted. Nor are they given a
 * question meanwhile: the second lock is the one that `claim_span_question` takes.
 */
export async function lockSubmitter(tx: Tx, personId: string): Promise<void> {
  await tx.$queryRaw`select pg_advisory_xact_lock(hashtextextended(${personId}, 7))::text, pg_advisory_xact_lock(hashtextextended(${personId}, 8))::text`
}

/** Whether they were asked, as an expert, about an item of the split. */
export async function wasAskedAbout(tx: Tx, personId: string, releaseId: string, split: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ asked: boolean }[]>`select was_asked_about(${personId}::uuid, ${releaseId}::uuid, ${split}) as asked`
  return row?.asked ?? false
}

/** The same file, handed in for the same system before. */
export async function sameSubmission(
  tx: Tx,
  wanted: Pick<NewSubmission, 'releaseId' | 'split' | 'personId' | 'system' | 'fileHash'>,
): Promise<{ id: string; state: SubmissionState; predicted: number; missing: number } | null> {
  const [row] = await tx.$queryRaw<{ id: string; state: SubmissionState; predicted: number; missing: number }[]>`
    select id, state, predicted, missing from submission where release_id = ${wanted.releaseId}::uuid and split = ${wanted.split} and person_id = ${wanted.personId}::uuid
      and system = ${wanted.system} and file_hash = ${wanted.fileHash} and state <> 'withdrawn' limit 1`
  return row ?? null
}

export type Attempts = { today: number; oldestToday: Date | null; ever: number }

/**
 * How many a person handed in for a split of a study, withdrawn ones included: within the last day, when the oldest of those was,
 * and in all. Versions of a release hide the same items, so they share one count.
 */
export async function attemptsOf(tx: Tx, studyId: string, split: string, personId: string): Promise<Attempts> {
  const [row] = await tx.$queryRaw<Attempts[]>`
    select count(*) filter (where s.created_at > now() - interval '1 day')::int as today,
      min(s.created_at) filter (where s.created_at > now() - interval '1 day') as "oldestToday", count(*)::int as ever
    from submission s join release r on r.id = s.release_id
    where r.study_id = ${studyId}::uuid and s.split = ${split} and s.person_id = ${personId}::uuid`
  return row ?? { today: 0, oldestToday: null, ever: 0 }
}

export async function insertSubmission(tx: Tx, submission: NewSubmission): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into submission (release_id, split, person_id, system, anonymous, description, file_name, file_hash, predicted, missing)
    values (${submission.releaseId}::uuid, ${submission.split}, ${submission.personId}::uuid, ${submission.system}, ${submission.anonymous},
      ${submission.description}, ${submission.fileName}, ${submission.fileHash}, ${submission.predicted}, ${submission.missing})
    returning id`
  return row!.id
}

export type SubmissionRow = {
  id: string
  releaseId: string
  releaseTitle: string
  version: string
  split: string
  system: string
  anonymous: boolean
  description: string
  fileName: string
  state: SubmissionState
  predicted: number
  missing: number
  createdAt: Date
  mine: boolean
  /** The job that scores it. */
  jobId: string | null
}

/**
 * Submissions that the viewer may see: their own, and those to releases of studies they administer. Newest first, those before `before`; or,
 * with `after`, from the oldest on, those that came after it (null: all).
 */
export async function submissionsSeen(
  tx: Tx,
  wanted: { releaseId?: string; submissionId?: string; before?: string; after?: string | null; limit: number },
): Promise<SubmissionRow[]> {
  return tx.$queryRaw<SubmissionRow[]>`
    select s.id, s.release_id as "releaseId", r.title as "releaseTitle", r.version, s.split, s.system, s.anonymous, s.description, s.file_name as "fileName",
      s.state, s.predicted, s.missing, s.created_at as "createdAt", s.person_id = viewer_id() as mine,
      (select j.id from job j where j.subject_id = s.id and j.kind = 'evaluate' order by j.created_at desc limit 1) as "jobId"
    from submission s join release r on r.id = s.release_id
    where (${wanted.releaseId ?? null}::uuid is null or s.release_id = ${wanted.releaseId ?? null}::uuid)
      and (${wanted.submissionId ?? null}::uuid is null or s.id = ${wanted.submissionId ?? null}::uuid)
      and (${wanted.before ?? null}::uuid is null or (s.created_at, s.id) < (select b.created_at, b.id from submission b where b.id = ${wanted.before ?? null}::uuid))
      and (${wanted.after ?? null}::uuid is null or (s.created_at, s.id) > (select a.created_at, a.id from submission a where a.id = ${wanted.after ?? null}::uuid))
    order by ${wanted.after === undefined ? Prisma.sql`s.created_at desc, s.id desc` : Prisma.sql`s.created_at, s.id`} limit ${wanted.limit}`
}

/** Of a split, those that are scored. For its study's admins, who see them all. */
export async function scoredIn(tx: Tx, releaseId: string, split: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from submission where release_id = ${releaseId}::uuid and split = ${split} and state = 'scored' order by created_at desc, id desc`
  return rows.map(({ id }) => id)
}

export type SubmissionToScore = { id: string; releaseId: string; split: string; personId: string; state: SubmissionState; predicted: number; studyId: string }

/** Locks the submission for whoever scores or withdraws it. */
export async function lockSubmission(tx: Tx, id: string): Promise<SubmissionToScore | null> {
  const [row] = await tx.$queryRaw<SubmissionToScore[]>`
    select s.id, s.release_id as "releaseId", s.split, s.person_id as "personId", s.state, s.predicted, r.study_id as "studyId"
    from submission s join release r on r.id = s.release_id where s.id = ${id}::uuid for update of s`
  return row ?? null
}

export async function setSubmissionState(tx: Tx, id: string, state: SubmissionState): Promise<void> {
  await tx.$executeRaw`update submission set state = ${state} where id = ${id}::uuid`
}

export async function predictionFor(tx: Tx, submissionId: string, externalId: string): Promise<JsonObject | null> {
  const [row] = await tx.$queryRaw<{ answer: JsonObject }[]>`
    select answer from prediction where submission_id = ${submissionId}::uuid and external_id = ${externalId}`
  return row?.answer ?? null
}
