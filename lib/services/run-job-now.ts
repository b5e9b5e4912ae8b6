/** A job without waiting for a worker: for the command line and tests. Resolves when it is over, whoever has done it. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobById, type JobRow } from '@/lib/db/jobs'
import { Refusal, refusalStatus, type RefusalCode } from '@/lib/errors'
import { jobIsOver } from '@/lib/workflow/job-kinds'
import { runJob } from './run-job'

const lookEveryMs = 200

/** A job that was refused refuses here too; one that broke throws what broke it, and is not tried again. */
export async function runJobNow(viewer: Viewer, jobId: string, onProgress: (job: JobRow) => void = () => {}): Promise<JobRow> {
  let defect: unknown
  const running = runJob(jobId, { mostAttempts: 1, onDefect: (_, error) => (defect = error) })
  for (;;) {
    // Where a worker has it already, `running` is over at once and its row is all there is to watch.
    await Promise.race([running.then(() => wait(lookEveryMs / 10)), wait(lookEveryMs)])
    const job = await asViewer(viewer, (tx) => jobById(tx, jobId))
    if (!job) throw new Refusal('not-found', 'not-found')
    onProgress(job)
    if (!jobIsOver(job.state)) continue
    await running
    if (job.failure) throw defect ?? refusalOf(job.failure)
    return job
  }
}

const refusalOf = ({ code, reason, values }: NonNullable<JobRow['failure']>): Error =>
  code in refusalStatus ? new Refusal(code as RefusalCode, reason, values) : new Error(`the job broke (${String(values['id'])})`)
