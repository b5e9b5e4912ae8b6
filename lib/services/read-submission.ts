/** Submissions as those see them who made them, and the admins of the study: state, scores, and where they went wrong. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { evaluationsOfSubmission, type KeptScores } from '@/lib/db/evaluations'
import { submissionsSeen, type SubmissionRow } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import type { MeasureInfo, Scores } from '@/lib/tasks/evaluation'
import type { NamedAxis } from '@/lib/tasks/named-axes'
import { admitContestant } from './admit-contestant'

export const submissionInput = z.object({ submissionId: z.uuid() })
export const submissionsInput = z.object({ releaseId: z.uuid().optional(), before: z.uuid().optional() })
export const submissionPageInput = z.object({ releaseId: z.uuid().optional(), after: z.uuid().nullable(), limit: z.int().min(1).max(1_000) })

const listedAtOnce = 200

/** Newest first; `older` is the `before` of the next page. */
export const listSubmissions = (viewer: Viewer, { releaseId, before }: z.output<typeof submissionsInput>): Promise<{ submissions: SubmissionRow[]; older: string | null }> =>
  asViewer(viewer, async (tx) => {
    const found = await submissionsSeen(tx, { ...(releaseId ? { releaseId } : {}), ...(before ? { before } : {}), limit: listedAtOnce + 1 })
    const submissions = found.slice(0, listedAtOnce)
    return { submissions, older: found.length > listedAtOnce ? (submissions.at(-1)?.id ?? null) : null }
  })

/** From the oldest on, so that what comes in meanwhile stands on the last page. `next`: the last row of a page that is not the last. */
export const pageSubmissions = (viewer: Viewer, { releaseId, after, limit }: z.output<typeof submissionPageInput>): Promise<{ rows: SubmissionRow[]; next: string | null }> =>
  asViewer(viewer, async (tx) => {
    const found = await submissionsSeen(tx, { ...(releaseId ? { releaseId } : {}), after, limit: limit + 1 })
    const rows = found.slice(0, limit)
    return { rows, next: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
  })

export type ScoredSubmission = SubmissionRow & {
  task: string
  axes: NamedAxis[]
  items: number
  hidden: boolean
  open: boolean
  measures: readonly MeasureInfo[]
  /** Version of the scoring rules by which systems are scored now. */
  presentRules: number
  /** `rules`: by which it was scored. */
  evaluations: { id: string; match: string; rules: number; scores: Scores & Pick<KeptScores, 'leftOut' | 'readers'> }[]
}

export const readSubmission = (viewer: Viewer, { submissionId }: z.output<typeof submissionInput>): Promise<ScoredSubmission> =>
  asViewer(viewer, async (tx) => {
    const [submission] = await submissionsSeen(tx, { submissionId, limit: 1 })
    if (!submission) throw new Refusal('not-found', 'not-found')
    const { task, axes, items, hidden, open, evaluation } = await admitContestant(tx, submission.releaseId, submission.split)
    const evaluations = (await evaluationsOfSubmission(tx, submissionId)).map(({ id, match, rules, scores: { against: _kept, ...scores } }) => ({ id, match, rules, scores }))
    const order = (match: string) => evaluation.matches.indexOf(match) + 1 || evaluation.matches.length + 1
    return { ...submission, task, axes, items, hidden, open, measures: evaluation.measures, presentRules: evaluation.rules, evaluations: evaluations.toSorted((a, b) => order(a.match) - order(b.match)) }
  })
