/**
 * A researcher hands in what a system predicts on a split. The file is held against the split's ids and its texts,
 * which the researcher knows, never against a verdict: nothing in an answer depends on a label. All of the file is
 * taken or none; places that a text does not have are taken and told of; the same file for the same system is one submission; how many a day is limited, so that labels cannot be
 * found out by trying. Scoring is a job.
 */
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { takeArrived } from '@/lib/db/arriving-predictions'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { attemptsOf, insertSubmission, lockSubmitter, sameSubmission, wasAskedAbout, type Attempts } from '@/lib/db/submissions'
import { Refusal } from '@/lib/errors'
import { dailySubmissions, mostSubmissions } from '@/lib/workflow/submission-limits'
import { admitContestant } from './admit-contestant'
import { asPlainLine, plainLine } from './plain-line'
import type { PredictionProblem, Unplaced } from './prediction-findings'
import { dropPredictions, hashOf, receivePredictions } from './receive-predictions'
import { scoreUnscored } from './score-unscored'

export const submitPredictionsInput = z.object({
  releaseId: z.uuid(),
  split: z.string().max(40),
  system: plainLine(120, 1),
  anonymous: z.union([z.boolean(), z.stringbool()]).default(false),
  description: z.string().max(4_000, 'key:too-long').default(''),
  fileName: z.string().transform(asPlainLine).pipe(z.string().max(400)).default('predictions.jsonl'),
})

export type Submitted =
  | { submissionId: string; jobId: string | null; predicted: number; missing: number; unplaced: Unplaced; repeated: boolean }
  | { problems: PredictionProblem[]; total: number }

const timeoutMs = 10 * 60_000

export async function submitPredictions(
  viewer: Viewer,
  input: z.output<typeof submitPredictionsInput>,
  source: AsyncIterable<Uint8Array>,
): Promise<Submitted> {
  const contest = await asViewer(viewer, (tx) => admitContestant(tx, input.releaseId, input.split))
  const use = { reason: 'submission-received', actor: viewer.personId, studyId: contest.studyId, timeoutMs } as const
  const detail = { release: input.releaseId, split: input.split, system: input.system }
  const spent = await asSystem(use, async (tx, note) => {
    note({ detail: { ...detail, begun: true } })
    return refusalOfMore(await attemptsOf(tx, contest.studyId, input.split, viewer.personId), contest.hidden)
  })
  if (spent) return repeatedOnly(viewer, { ...input, studyId: contest.studyId }, source, use, spent)
  const arrivalId = randomUUID()
  let moved = false
  try {
    const { hash, predicted, findings } = await receivePredictions(use, contest, arrivalId, source)
    const submitted = await asSystem(use, async (tx, note): Promise<Submitted> => {
      note({ detail: { ...detail, predicted, problems: findings.total } })
      if (findings.total > 0) return { problems: findings.problems, total: findings.total }

      await lockSubmitter(tx, viewer.personId)
      const submission = { ...input, personId: viewer.personId, fileHash: hash, predicted, missing: contest.items - predicted }
      const taken = { predicted, missing: submission.missing, unplaced: findings.unplaced }
      const same = await sameSubmission(tx, submission)
      if (same) {
        note({ detail: { submission: same.id, repeated: true } })
        return { submissionId: same.id, jobId: await scoreUnscored(tx, viewer, { ...same, studyId: contest.studyId }), ...taken, repeated: true }
      }
      if (await wasAskedAbout(tx, viewer.personId, input.releaseId, input.split)) throw new Refusal('conflict', 'asked-about-split')
      const tooMany = refusalOfMore(await attemptsOf(tx, contest.studyId, input.split, viewer.personId), contest.hidden)
      if (tooMany) throw tooMany
      const submissionId = await insertSubmission(tx, submission)
      if ((await takeArrived(tx, arrivalId, submissionId)) !== predicted) throw new Refusal('conflict', 'predictions-lost')
      const jobId = await scoreUnscored(tx, viewer, { id: submissionId, state: 'received', studyId: contest.studyId })
      note({ detail: { submission: submissionId } })
      return { submissionId, jobId, ...taken, repeated: false }
    })
    moved = 'repeated' in submitted && !submitted.repeated
    return submitted
  } finally {
    if (!moved) await dropPredictions(use, arrivalId)
  }
}

function refusalOfMore({ today, oldestToday, ever }: Attempts, hidden: boolean): Refusal | null {
  if (hidden && ever >= mostSubmissions) return new Refusal('conflict', 'submissions-spent', { most: mostSubmissions })
  const most = dailySubmissions(hidden)
  if (today < most || !oldestToday) return null
  const hours = Math.max(1, Math.ceil((oldestToday.getTime() + 86_400_000 - Date.now()) / 3_600_000))
  return new Refusal('slow-down', 'submissions-used-up', { most, hours })
}

/** Whoever may hand in nothing more may still send again what was taken: of the file nothing is kept but its hash. What is wrong with its places was told then. */
async function repeatedOnly(
  viewer: Viewer,
  input: z.output<typeof submitPredictionsInput> & { studyId: string },
  source: AsyncIterable<Uint8Array>,
  use: Parameters<typeof asSystem>[0],
  spent: Refusal,
): Promise<Submitted> {
  const fileHash = await hashOf(source)
  return asSystem(use, async (tx, note) => {
    note({ detail: { release: input.releaseId, split: input.split, system: input.system } })
    await lockSubmitter(tx, viewer.personId)
    const same = await sameSubmission(tx, { ...input, personId: viewer.personId, fileHash })
    if (!same) throw spent
    note({ detail: { submission: same.id, repeated: true } })
    const { predicted, missing } = same
    return { submissionId: same.id, jobId: await scoreUnscored(tx, viewer, { ...same, studyId: input.studyId }), predicted, missing, unplaced: { spans: 0, lines: [] }, repeated: true }
  })
}
