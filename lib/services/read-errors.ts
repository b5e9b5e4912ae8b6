/** The error browser: a submission's items of one kind of outcome, with the verdict beside the prediction. For splits whose labels the viewer may see. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { contestIds, contestRecord } from '@/lib/db/contests'
import { insertDownloads, wasDownloading } from '@/lib/db/downloads'
import { evaluationsOfSubmission, marksOf } from '@/lib/db/evaluations'
import { predictionFor, submissionsSeen } from '@/lib/db/submissions'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { marksIn } from '@/lib/tasks/kept-marks'
import type { Json } from '@/lib/tasks/task'
import { admitContestant, type Contested } from './admit-contestant'
import { judged } from './score-contest'

export const errorsInput = z.object({
  submissionId: z.uuid(),
  match: z.string().max(40).optional(),
  /** Kinds of outcomes to be shown, such as `1` for the over-criticised; all without it. */
  marks: z.string().max(20).optional(),
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export type ErrorShown = { nth: number; id: string; mark: string; text: string; language: string | null; view: Json }
/** `counts`: items by kind, which is the confusion matrix. `next`: where to go on; null at the end. */
export type ErrorsFound = { match: string; counts: Record<string, number>; total: number; items: ErrorShown[]; next: number | null }

export const readErrors = (viewer: Viewer, input: z.output<typeof errorsInput>): Promise<ErrorsFound> =>
  asViewer(viewer, async (tx) => {
    const [submission] = await submissionsSeen(tx, { submissionId: input.submissionId, limit: 1 })
    if (!submission) throw new Refusal('not-found', 'not-found')
    const { releaseId, split } = submission
    const contest = await admitContestant(tx, releaseId, split)
    if (!contest.open) throw new Refusal('not-found', 'not-found')
    const match = input.match ?? contest.evaluation.matches[0]
    // What experts judged stands in the marks that were kept; beside it the places, paired by the rule that they answered on top of.
    const rule = match === judged ? contest.evaluation.judgedOn : contest.evaluation.matches.find((one) => one === match)
    if (!rule) throw new Refusal('not-found', 'not-found')
    const evaluation = (await evaluationsOfSubmission(tx, submission.id)).find((one) => one.match === match)
    const kept = evaluation && (await marksOf(tx, [evaluation.id])).get(evaluation.id)
    if (!kept) throw new Refusal('not-found', 'not-found')
    const { between, kindOf, shown } = contest.evaluation
    const kinds = marksIn(kept, between).map(kindOf)
    await noteLabelsSeen(tx, viewer, contest)
    const counts: Record<string, number> = {}
    for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
    const chosen = kinds.flatMap((kind, nth) => (!input.marks || input.marks.includes(kind) ? [nth] : []))
    const page = chosen.slice(input.from, input.from + input.limit)
    const ids = page.length ? await contestIds(tx, releaseId, split) : []
    const items: ErrorShown[] = []
    for (const nth of page) {
      const id = ids[nth]!
      const record = await contestRecord(tx, releaseId, split, id)
      if (!record) continue
      const prediction = (await predictionFor(tx, submission.id, id)) ?? undefined
      const { view } = shown(record, prediction, { match: rule })
      const [text, language] = [record['text'], record['language']]
      items.push({ nth, id, mark: kinds[nth]!, text: typeof text === 'string' ? text : '', language: typeof language === 'string' ? language : null, view })
    }
    const end = input.from + input.limit
    return { match, counts, total: chosen.length, items, next: end < chosen.length ? end : null }
  })

/** Whoever looks at labels here was given them as by a download: it is put down once a day, and no item of the split is theirs to judge. */
async function noteLabelsSeen(tx: Tx, { personId }: Viewer, { releaseId, split, studyId }: Contested): Promise<void> {
  const path = `errors/${split}`
  if (await wasDownloading(tx, { releaseId, personId, path })) return
  await insertDownloads(tx, { releaseId, personId, path, splits: [split] })
  await recordEvent(tx, { kind: 'release-downloaded', actor: personId, studyId, itemId: null, detail: { release: releaseId, path, splits: [split] } })
}
