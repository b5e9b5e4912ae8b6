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

export const jobPageInput = z.object({ study: z.string(), before: z.uuid().nullable(), limit: z.int().min(1).max(1_000) })

/** A study's jobs, newest first. `next`: the last one of a page that is not the last. */
export const pageJobs = (viewer: Viewer, { study, before, limit }: z.output<typeof jobPageInput>): Promise<{ rows: JobShown[]; next: string | null }> =>
  asViewer(viewer, async (tx) => {
    const { id } = await admitAdmin(tx, viewer, study)
    const found = await jobsOf(tx, { studyId: id, subjectId: null, before, limit: limit + 1 })
    const rows = found.slice(0, limit).map(shown)
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
  })

function shown(job: JobRow): JobShown {
  const { id, kind, subjectId, state, phase, done, total, failure, createdAt, startedAt, finishedAt } = job
  const cancelling = job.cancelAsked && (state === 'queued' || state === 'running')
  return { id, kind, subjectId, state, phase, done, total, failure, createdAt, startedAt, finishedAt, cancelling }
}
