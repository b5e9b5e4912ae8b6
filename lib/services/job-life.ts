/** A held job's signs of life: at intervals and with every progress, and what they bring back: that it is to stop. */
import { asViewer } from '@/lib/db/as-viewer'
import { beatJob, finishJob, holdJobStoring, type JobRow } from '@/lib/db/jobs'
import type { JobPhase } from '@/lib/workflow/job-kinds'
import { JobStopped, type JobContext } from './job-handler'

/** How often progress is worth a write. */
const shownEveryMs = 250

export function jobLife(
  job: JobRow & { claim: string },
  { beatMs, stopping }: { beatMs: number; stopping?: AbortSignal },
): { context: JobContext; stopped: () => JobStopped | null; end: () => void } {
  const stop = new AbortController()
  let at = { phase: '' as JobPhase | '', done: 0, total: 0 }
  let writtenAt = 0
  const stopped = () => (stop.signal.aborted ? (stop.signal.reason as JobStopped) : null)
  const stopWith = (why: JobStopped['why']) => {
    if (!stop.signal.aborted) stop.abort(new JobStopped(why))
  }
  const beat = async () => {
    writtenAt = Date.now()
    const found = await asViewer(job, (tx) => beatJob(tx, job, at))
    if (!found) stopWith('lost')
    else if (found.cancelAsked) stopWith('cancelled')
  }
  // A database that is away for a moment is no reason to stop: the next beat tells.
  const timer = setInterval(() => void beat().catch(() => {}), beatMs)
  const onStopping = () => stopWith('stopping')
  if (stopping?.aborted) onStopping()
  stopping?.addEventListener('abort', onStopping)

  const throwIfStopped = () => {
    const why = stopped()
    if (why) throw why
  }
  return {
    stopped,
    end() {
      clearInterval(timer)
      stopping?.removeEventListener('abort', onStopping)
    },
    context: {
      signal: stop.signal,
      cancelled: () => stop.signal.aborted,
      async progress(phase, done, total) {
        throwIfStopped()
        const isNews = phase !== at.phase
        at = { phase, done, total }
        if (isNews || Date.now() - writtenAt >= shownEveryMs) await beat()
        throwIfStopped()
      },
      async finish(tx) {
        throwIfStopped()
        if (!(await finishJob(tx, job, { evenIfCancelled: false }))) {
          await beat()
          throw stopped() ?? new JobStopped('lost')
        }
        // A beat would find the job over and call it lost.
        clearInterval(timer)
      },
      async hold(store) {
        throwIfStopped()
        if (await holdJobStoring(store, job)) return
        stopWith('lost')
        throwIfStopped()
      },
    },
  }
}
