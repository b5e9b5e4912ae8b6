/** What a kind of job must be able to do. See run-job.ts for who calls it, and when. */
import type { Viewer } from '@/lib/blinding/viewer'
import type { JobRow } from '@/lib/db/jobs'
import type { Store } from '@/lib/db/store'
import type { Tx } from '@/lib/db/transaction'
import type { JobPhase } from '@/lib/workflow/job-kinds'

export type JobContext = {
  /**
   * Says how far the work is and that it is alive: call it at least every few seconds of work, and await it. Throws
   * JobStopped when the work is to stop, so that the handler's own `finally` undoes what is half done.
   */
  progress(phase: JobPhase, done: number, total: number): Promise<void>
  /** Aborted when the job was cancelled, lost to another worker, or this worker is told to stop. */
  signal: AbortSignal
  cancelled(): boolean
  /**
   * The job is done with this transaction, or neither is: call it as the last thing in the one that has the effect. Throws
   * JobStopped when somebody cancelled or another worker has taken over; after it, nobody can do either.
   */
  finish(tx: Tx): Promise<void>
  /** The last thing in a transaction that stores part of the work: it is this worker's, or it is undone by JobStopped. */
  hold(store: Store): Promise<void>
}

export type JobHandler = {
  /** Must be safe to begin again from the beginning: a worker may have been killed at any point of an earlier attempt. */
  run(viewer: Viewer, job: JobRow, context: JobContext): Promise<void>
  /**
   * Puts the subject back to what it was before the job, when the job ends without being done: in one transaction, which must
   * call `end` before it writes. That ends the job, or throws JobStopped where another worker has it, whose work it would undo.
   */
  putBack?(job: JobRow, end: (tx: Tx) => Promise<void>): Promise<void>
}

export class JobStopped extends Error {
  override readonly name = 'JobStopped'
  constructor(readonly why: 'cancelled' | 'lost' | 'stopping') {
    super(`the job is to stop: ${why}`)
  }
}
