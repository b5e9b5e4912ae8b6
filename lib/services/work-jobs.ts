/** What a worker does all day: takes jobs from the queue, and finds those that the queue or another worker lost. */
import { enqueueAgain, takeFromQueue } from '@/lib/db/job-queue'
import { unfinishedJobs } from '@/lib/db/jobs'
import { jobKinds } from '@/lib/workflow/job-kinds'
import { runJob, silentMsByDefault, type Running } from './run-job'

export type Working = Omit<Running, 'stopping'> & {
  /** Trouble with the queue itself. */
  onError: (error: unknown) => void
  pollSeconds?: number
  sweepMs?: number
}

/** Until `stop`, which gives running jobs back to the queue. */
export async function workJobs({ onError, pollSeconds = 1, sweepMs = 15_000, ...running }: Working): Promise<{ stop: () => Promise<void> }> {
  const stopping = new AbortController()
  const work = async (jobId: string) => {
    // An error here is the database's; the job stays unfinished and is found by the sweep.
    await runJob(jobId, { ...running, stopping: stopping.signal }).catch(onError)
  }
  const queue = await takeFromQueue(jobKinds, { work, onError, pollSeconds })
  const sweep = async () => {
    const lost = await unfinishedJobs(running.silentMs ?? silentMsByDefault)
    if (lost.length) await enqueueAgain(lost)
  }
  const timer = setInterval(() => void sweep().catch(onError), sweepMs)
  await sweep().catch(onError)
  return {
    async stop() {
      clearInterval(timer)
      const stopped = queue.stop()
      stopping.abort()
      await stopped
    },
  }
}
