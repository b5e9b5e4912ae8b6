/**
 * One job, in the name of its person. The row's claim decides who works on it: a job that another living worker has is left
 * alone. A refusal ends it with its reason, a defect is tried again and then ends it with an id; whoever cancels it, kills
 * the worker or stops it finds the subject as it was.
 */
import { randomUUID } from 'node:crypto'
import { asViewer } from '@/lib/db/as-viewer'
import { enqueueJob } from '@/lib/db/job-queue'
import { claimJob, endJob, finishJob, holdJob, personOfJob, requeueJob, type JobFailure, type JobRow } from '@/lib/db/jobs'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { mostAttempts, retryAfterSeconds } from '@/lib/workflow/job-kinds'
import { JobStopped, type JobHandler } from './job-handler'
import { jobHandlers } from './job-handlers'
import { jobLife } from './job-life'
import { viewerOfPerson } from './viewer-of-person'

export type Running = {
  /** Told of every defect, with the id that the person sees. */
  onDefect: (id: string, error: unknown) => void
  /** Aborted when this process is to end: the job goes back to the queue, and it was not an attempt. */
  stopping?: AbortSignal
  /** How long a worker may give no sign of life before its job is another's. */
  silentMs?: number
  beatMs?: number
  /** How often a job that breaks is begun. */
  mostAttempts?: number
  handlers?: Readonly<Record<string, JobHandler | undefined>>
}

export const silentMsByDefault = 60_000
const beatMsByDefault = 2_000

/** @returns whether the job was there to be taken. */
export async function runJob(jobId: string, running: Running): Promise<boolean> {
  if (running.stopping?.aborted) return false
  const personId = await personOfJob(jobId)
  if (!personId) return false
  const asPerson = <T>(work: Parameters<typeof asViewer<T>>[1]) => asViewer({ personId }, work)
  const job = await asPerson((tx) => claimJob(tx, jobId, running.silentMs ?? silentMsByDefault))
  if (!job) return false
  const handler = (running.handlers ?? jobHandlers)[job.kind]
  const end = async (how: Parameters<typeof endJob>[2]) => {
    const ending = async (tx: Tx) => {
      // Silent for too long, it may be another's by now, who is at work on the same subject.
      if (!(await holdJob(tx, job))) throw new JobStopped('lost')
      await endJob(tx, job, how)
    }
    try {
      await (handler?.putBack ? handler.putBack(job, ending) : asPerson(ending))
    } catch (error) {
      if (!(error instanceof JobStopped)) throw error
    }
  }
  if (job.cancelAsked) await end({ state: 'cancelled' })
  else if (job.attempts > mostAttempts) await end({ state: 'failed', failure: refused('conflict', 'job-given-up') })
  else await attempt()
  return true

  async function attempt(): Promise<void> {
    const life = jobLife(job!, { beatMs: running.beatMs ?? beatMsByDefault, ...(running.stopping ? { stopping: running.stopping } : {}) })
    try {
      const viewer = await viewerOfPerson(personId!)
      if (!viewer) throw new Refusal('conflict', 'job-person-gone')
      if (!handler) throw new Error(`no handler for jobs of kind ${job!.kind}`)
      await handler.run(viewer, job!, life.context)
      // What it did is there, whatever was asked of it meanwhile.
      await asPerson((tx) => finishJob(tx, job!, { evenIfCancelled: true }))
    } catch (error) {
      await giveUp(error, life.stopped())
    } finally {
      life.end()
    }
  }

  async function giveUp(error: unknown, stopped: JobStopped | null): Promise<void> {
    const why = error instanceof JobStopped ? error.why : stopped?.why
    if (why === 'lost') return
    if (why === 'cancelled') return end({ state: 'cancelled' })
    if (why === 'stopping') return again(job!, { counts: false, afterSeconds: 0 })
    if (error instanceof Refusal) return end({ state: 'failed', failure: refused(error.code, error.reason, error.values) })
    const id = randomUUID().slice(0, 8)
    running.onDefect(id, error)
    if (job!.attempts < (running.mostAttempts ?? mostAttempts)) return again(job!, { counts: true, afterSeconds: retryAfterSeconds(job!.attempts) })
    await end({ state: 'failed', failure: refused('defect', 'defect', { id }) })
  }

  async function again(given: JobRow & { claim: string }, { counts, afterSeconds }: { counts: boolean; afterSeconds: number }): Promise<void> {
    await asPerson(async (tx) => {
      if (await requeueJob(tx, given, { counts })) await enqueueJob(tx, given.kind, given.id, afterSeconds)
    })
  }
}

const refused = (code: string, reason: string, values: JobFailure['values'] = {}): JobFailure => ({ code, reason, values })
