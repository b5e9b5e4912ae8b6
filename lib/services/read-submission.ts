/** Submissions as those see them who made them, and the admins of the study: state, scores, and where they went wrong. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { evaluationsOfSubmission, type KeptScores } from '@/lib/db/evaluations'
import { submissionsSeen, type SubmissionRow } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import type { MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import { admitContestant } from './admit-contestant'

export const submissionInput = z.object({ submissionId: z.uuid() })
export const submissionsInput = z.object({ releaseId: z.uuid().optional() })

const mostListed = 500

export const listSubmissions = (viewer: Viewer, { releaseId }: z.output<typeof submissionsInput>): Promise<SubmissionRow[]> =>
  asViewer(viewer, (tx) => submissionsSeen(tx, { ...(releaseId ? { releaseId } : {}), limit: mostListed }))

export type ScoredSubmission = SubmissionRow & {
  task: string
  items: number
  hidden: boolean
  open: boolean
  measures: readonly MeasureInfo[]
  evaluations: { id: string; match: string; scores: Scores & Pick<KeptScores, 'leftOut' | 'readers'> }[]
}

export const readSubmission = (viewer: Viewer, { submissionId }: z.output<typeof submissionInput>): Promise<ScoredSubmission> =>
  asViewer(viewer, async (tx) => {
    const [submission] = await submissionsSeen(tx, { submissionId, limit: 1 })
    if (!submission) throw new Refusal('not-found', 'not-found')
    const { task, items, hidden, open, evaluation } = await admitContestant(tx, submission.releaseId, submission.split)
    const evaluations = (await evaluationsOfSubmission(tx, submissionId)).map(({ id, match, scores: { against: _kept, ...scores } }) => ({ id, match, scores }))
    const order = (match: string) => evaluation.matches.indexOf(match) + 1 || evaluation.matches.length + 1
    return { ...submission, task, items, hidden, open, measures: evaluation.measures, evaluations: evaluations.toSorted((a, b) => order(a.match) - order(b.match)) }
  })
