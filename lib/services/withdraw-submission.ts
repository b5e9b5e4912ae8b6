/** Takes a submission off the board. It still counts against the day's submissions: a score that was seen was seen. */
import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { holdsRole } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { lockSubmission, setSubmissionState } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import type { submissionInput } from './read-submission'

export const withdrawSubmission = (viewer: Viewer, { submissionId }: z.output<typeof submissionInput>): Promise<{ submissionId: string }> =>
  asSystem({ reason: 'submission-withdrawn', actor: viewer.personId }, async (tx, note) => {
    const submission = await lockSubmission(tx, submissionId)
    if (!submission || !(submission.personId === viewer.personId || holdsRole(viewer, submission.studyId, 'admin')))
      throw new Refusal('not-found', 'not-found')
    if (submission.state === 'withdrawn') throw new Refusal('conflict', 'submission-withdrawn')
    await setSubmissionState(tx, submissionId, 'withdrawn')
    note({ studyId: submission.studyId, detail: { submission: submissionId, release: submission.releaseId } })
    return { submissionId }
  })
