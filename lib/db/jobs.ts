/**
 * Long work: its row is what people see, and the one place where it is decided who works on it. A claim is a token: every
 * write of a worker names it, so that one who lost the job to another (having been silent for too long) writes nothing.
 */
import { randomUUID } from 'node:crypto'
import type { JobKind, JobPhase } from '@/lib/workflow/job-kinds'
import type { Store } from './store'
import { Prisma } from './generated/client'
import { inTransaction, type Tx } from './transaction'

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
/** `values` of a defect: its id. As a Failure, so that one sentence-maker serves both. */
export type JobFailure = { code: string; reason: string; values: Readonly<Record<string, string | number>> }
export type JobRow = {
  id: string
  kind: JobKind
  studyId: string
  personId: string
  subjectId: string
  input: unknown
  state: JobState
  phase: JobPhase | ''
  done: number
  total: number
  attempts: number
  failure: JobFailure | null
  cancelAsked: boolean
  createdAt: Date
  startedAt: Date | null
  finishedAt: Date | null
}

const columns = Prisma.sql`id, kind, study_id as "studyId", person_id as "personId", subject_id as "subjectId", input, state, phase, done, total,
  attempts, failure, cancel_asked as "cancelAsked", created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt"`

export async function insertJob(
  tx: Tx,
  job: { kind: JobKind; studyId: string; personId: string; subjectId: string; input: object },
): Promise<string> {
  const id = randomUUID()
  await tx.$executeRaw`
    insert into job (id, kind, study_id, person_id, subject_id, input)
    values (${id}::uuid, ${job.kind}, ${job.studyId}::uuid, ${job.personId}::uuid, ${job.subjectId}::uuid, ${JSON.stringify(job.input)}::jsonb)`
  return id
}

export async function jobById(tx: Tx, id: string): Promise<JobRow | null> {
  const [row] = await tx.$queryRaw<JobRow[]>`select ${columns} from job where id = ${id}::uuid`
  return row ?? null
}

/** What is being done about a subject, or waits to be. */
export async function jobAtWork(tx: Tx, subjectId: string): Promise<JobRow | null> {
  const [row] = await tx.$queryRaw<JobRow[]>`select ${columns} from job where subject_id = ${subjectId}::uuid and state in ('queued', 'running') limit 1`
  return row ?? null
}

/** Newest first, those before the job `before`. */
export const jobsOf = (tx: Tx, { studyId, subjectId, before = null, limit }: { studyId: string; subjectId: string | null; before?: string | null; limit: number }): Promise<JobRow[]> =>
  tx.$queryRaw<JobRow[]>`
    select ${columns} from job where study_id = ${studyId}::uuid and (${subjectId}::uuid is null or subject_id = ${subjectId}::uuid)
      and (${before}::uuid is null or (created_at, id) < (select b.created_at, b.id from job b where b.id = ${before}::uuid))
    order by created_at desc, id desc limit ${limit}`

/** Takes a job that waits, or whose worker has been silent; null when there is nothing to take. At most one taker succeeds. */
export async function claimJob(tx: Tx, id: string, silentMs: number): Promise<(JobRow & { claim: string }) | null> {
  const claim = randomUUID()
  const [row] = await tx.$queryRaw<JobRow[]>`
    update job set state = 'running', claim = ${claim}::uuid, attempts = attempts + 1, started_at = coalesce(started_at, now()), beat_at = now()
    where id = ${id}::uuid and (state = 'queued' or (state = 'running' and beat_at < now() - ${silentMs} * interval '1 millisecond'))
    returning ${columns}`
  return row ? { ...row, claim } : null
}

export type Held = { id: string; claim: string }

/** A sign of life, with how far the work is. @returns null when the job is not ours any more. */
export async function beatJob(
  tx: Tx,
  { id, claim }: Held,
  at: { phase: JobPhase | ''; done: number; total: number },
): Promise<{ cancelAsked: boolean } | null> {
  const [row] = await tx.$queryRaw<{ cancelAsked: boolean }[]>`
    update job set beat_at = now(), phase = ${at.phase}, done = ${at.done}, total = ${at.total}
    where id = ${id}::uuid and claim = ${claim}::uuid returning cancel_asked as "cancelAsked"`
  return row ?? null
}

/** Whether the job is still ours. Until the transaction ends nobody else can take it: to be asked right before the commit. */
export async function holdJob(tx: Tx, { id, claim }: Held): Promise<boolean> {
  const held = await tx.$queryRaw<unknown[]>`select 1 as held from job where id = ${id}::uuid and claim = ${claim}::uuid for update`
  return held.length > 0
}

/** The same in a transaction that stores what is large. */
export async function holdJobStoring(store: Store, { id, claim }: Held): Promise<boolean> {
  return (await store.run('select 1 from job where id = $1 and claim = $2 for share', [id, claim])).length > 0
}

/** The last write of a job's work: after it no other worker can have it. @returns false when it is not ours, or is to be cancelled. */
export async function finishJob(tx: Tx, { id, claim }: Held, { evenIfCancelled }: { evenIfCancelled: boolean }): Promise<boolean> {
  const finished = await tx.$executeRaw`
    update job set state = 'done', claim = null, phase = '', done = total, finished_at = now(), beat_at = now()
    where id = ${id}::uuid and claim = ${claim}::uuid and (${evenIfCancelled} or not cancel_asked)`
  return finished > 0
}

export async function endJob(tx: Tx, { id, claim }: Held, end: { state: 'failed'; failure: JobFailure } | { state: 'cancelled' }): Promise<void> {
  const failure = end.state === 'failed' ? JSON.stringify(end.failure) : null
  await tx.$executeRaw`
    update job set state = ${end.state}::job_state, claim = null, failure = ${failure}::jsonb, finished_at = now(), beat_at = now()
    where id = ${id}::uuid and claim = ${claim}::uuid`
}

/** Gives a job back to whoever comes next. `counts`: whether this was one of its attempts. @returns false when it was not ours. */
export async function requeueJob(tx: Tx, { id, claim }: Held, { counts }: { counts: boolean }): Promise<boolean> {
  const given = await tx.$executeRaw`
    update job set state = 'queued', claim = null, attempts = attempts - ${counts ? 0 : 1}, beat_at = now()
    where id = ${id}::uuid and claim = ${claim}::uuid`
  return given > 0
}

/** @returns the state it had when it was asked to stop; null when it was over already. */
export async function askToCancel(tx: Tx, id: string): Promise<JobState | null> {
  const [row] = await tx.$queryRaw<{ state: JobState }[]>`
    update job set cancel_asked = true where id = ${id}::uuid and state in ('queued', 'running') returning state`
  return row?.state ?? null
}

/** In whose name a job works; what a worker must know before it is anyone. */
export const personOfJob = (id: string): Promise<string | null> =>
  inTransaction(null, '', async (tx) => {
    const [row] = await tx.$queryRaw<{ person: string | null }[]>`select job_person(${id}::uuid) as person`
    return row?.person ?? null
  })

/** Jobs that wait or are at work and have been silent for so long: what the queue lost, and what a killed worker left. */
export const unfinishedJobs = (silentMs: number): Promise<{ id: string; kind: JobKind }[]> =>
  inTransaction(
    null,
    '',
    (tx) => tx.$queryRaw<{ id: string; kind: JobKind }[]>`select id, kind from jobs_unfinished(${silentMs} * interval '1 millisecond')`,
  )
