/**
 * Asks a job to stop. One that waits is over at once; one at work stops within seconds and leaves its subject as it was; one
 * that has just had its effect is done, and the answer says so.
 */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { askToCancel, jobById } from '@/lib/db/jobs'
import { Refusal } from '@/lib/errors'
import { readJob, type jobInput, type JobShown } from './read-job'
import { runJob } from './run-job'

export async function cancelJob(viewer: Viewer, { jobId }: z.output<typeof jobInput>): Promise<JobShown> {
  const before = await asViewer(viewer, async (tx) => {
    const job = await jobById(tx, jobId)
    if (!job) throw new Refusal('not-found', 'not-found')
    const state = await askToCancel(tx, jobId)
    if (state === null) throw new Refusal('conflict', 'job-over')
    const detail = { job: jobId, kind: job.kind, subject: job.subjectId }
    await recordEvent(tx, { kind: 'job-cancelled', actor: viewer.personId, studyId: job.studyId, itemId: null, detail })
    return state
  })
  // Ends it here, as a worker would that finds the wish; nothing is begun.
  if (before === 'queued') await runJob(jobId, { onDefect: () => {} })
  return readJob(viewer, { jobId })
}
