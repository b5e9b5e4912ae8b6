/** Has a submission scored that is not: because it is new, or because scoring was cancelled or broke. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { jobAtWork } from '@/lib/db/jobs'
import { submissionsSeen, type SubmissionState } from '@/lib/db/submissions'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { admitContestant } from './admit-contestant'
import type { submissionInput } from './read-submission'
import { startJob } from './start-job'

/** @returns the job that scores it, begun now or at work already; null where it is scored or withdrawn. */
export async function scoreUnscored(tx: Tx, viewer: Viewer, { id, state, studyId }: { id: string; state: SubmissionState; studyId: string }): Promise<string | null> {
  if (state !== 'received') return null
  const atWork = await jobAtWork(tx, id)
  if (atWork) return atWork.id
  return (await startJob(tx, viewer, { kind: 'evaluate', studyId, subjectId: id, input: {} })).jobId
}

export const scoreAgain = (viewer: Viewer, { submissionId }: z.output<typeof submissionInput>): Promise<{ jobId: string }> =>
  asViewer(viewer, async (tx) => {
    const [submission] = await submissionsSeen(tx, { submissionId, limit: 1 })
    if (!submission) throw new Refusal('not-found', 'not-found')
    const { studyId } = await admitContestant(tx, submission.releaseId, submission.split)
    const jobId = await scoreUnscored(tx, viewer, { id: submission.id, state: submission.state, studyId })
    if (!jobId) throw new Refusal('conflict', 'submission-scored')
    return { jobId }
  })
