/** An admin has what was scored of a split by earlier rules scored by the present ones: one job, which brings all of its systems and the readers along, or the readers where they stand alone. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { holdsRole } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { readersScoredBefore, scoredBefore } from '@/lib/db/evaluations'
import { jobAtWork } from '@/lib/db/jobs'
import { Refusal } from '@/lib/errors'
import { admitContestant } from './admit-contestant'
import { evaluateInput, judged } from './score-contest'
import { startJob } from './start-job'

export const scoreAnewInput = z.object({ releaseId: z.uuid(), split: z.string().max(40), match: z.string().max(40) })

export const scoreAnew = (viewer: Viewer, { releaseId, split, match }: z.output<typeof scoreAnewInput>): Promise<{ jobId: string }> =>
  asViewer(viewer, async (tx) => {
    const { studyId, evaluation } = await admitContestant(tx, releaseId, split)
    if (!holdsRole(viewer, studyId, 'admin')) throw new Refusal('not-found', 'not-found')
    const waiting = await scoredBefore(tx, releaseId, split, { match, rules: evaluation.rules })
    // Any one of them brings the others along; one that is being scored under other rules of matching does not bring these.
    const input = { judged: match === judged }
    if (waiting.length === 0) {
      const readers = await readersScoredBefore(tx, releaseId, split, { match, rules: evaluation.rules })
      if (!readers) throw new Refusal('conflict', 'submission-scored')
      const atWork = await jobAtWork(tx, readers.id)
      return atWork ? { jobId: atWork.id } : startJob(tx, viewer, { kind: 'evaluate', studyId, subjectId: readers.id, input: { ...input, readersOf: { releaseId, split } } })
    }
    for (const { id } of waiting) {
      const atWork = await jobAtWork(tx, id)
      if (!atWork) return startJob(tx, viewer, { kind: 'evaluate', studyId, subjectId: id, input })
      if (evaluateInput.parse(atWork.input).judged === input.judged) return { jobId: atWork.id }
    }
    throw new Refusal('conflict', 'job-at-work')
  })
