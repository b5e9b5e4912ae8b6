/**
 * Gives long work to the worker, in the transaction of whoever asks for it, who has checked that they may: what the job is
 * about is changed and the job is there, or neither. One job at a time of one kind for one subject.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { enqueueJob } from '@/lib/db/job-queue'
import { insertJob } from '@/lib/db/jobs'
import type { Tx } from '@/lib/db/transaction'
import type { JobKind } from '@/lib/workflow/job-kinds'

export type NewJob = { kind: JobKind; studyId: string; subjectId: string; input: object }

export async function startJob(tx: Tx, viewer: Viewer, job: NewJob): Promise<{ jobId: string }> {
  const jobId = await insertJob(tx, { ...job, personId: viewer.personId })
  await enqueueJob(tx, job.kind, jobId)
  return { jobId }
}
