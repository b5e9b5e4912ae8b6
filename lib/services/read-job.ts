/** Long work as those see it who asked for it or run its study. For everyone else there is none. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobById, jobsOf, type JobRow } from '@/lib/db/jobs'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'

export const jobInput = z.object({ jobId: z.uuid() })

export type JobShown = Pick<
  JobRow,
  'id' | 'kind' | 'subjectId' | 'state' | 'phase' | 'done' | 'total' | 'failure' | 'createdAt' | 'startedAt' | 'finishedAt'
> & { cancelling: boolean }

export async function readJob(viewer: Viewer, { jobId }: z.output<typeof jobInput>): Promise<JobShown> {
  const job = await asViewer(viewer, (tx) => jobById(tx, jobId))
  if (!job) throw new Refusal('not-found', 'not-found')
  return shown(job)
}

export const listJobsInput = z.object({ study: z.string(), subjectId: z.uuid().optional() })

const keptInSight = 50

/** A study's jobs, newest first. */
export const listJobs = (viewer: Viewer, { study, subjectId }: z.output<typeof listJobsInput>): Promise<JobShown[]> =>
  asViewer(viewer, async (tx) => {
    const { id } = await admitAdmin(tx, viewer, study)
    return (await jobsOf(tx, { studyId: id, subjectId: subjectId ?? null, limit: keptInSight })).map(shown)
  })

function shown(job: JobRow): JobShown {
  const { id, kind, subjectId, state, phase, done, total, failure, createdAt, startedAt, finishedAt } = job
  const cancelling = job.cancelAsked && (state === 'queued' || state === 'running')
  return { id, kind, subjectId, state, phase, done, total, failure, createdAt, startedAt, finishedAt, cancelling }
}
