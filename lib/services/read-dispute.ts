/** All that the bench needs of one dispute: the text, the readings by letter, where they differ, the adjudicator's own draft or verdict. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { renewAdjudication } from '@/lib/db/adjudications'
import { asViewer } from '@/lib/db/as-viewer'
import { disputeOf, earlierVerdicts, readingsToSettle, verdictGiven, type AdjudicatedVerdict } from '@/lib/db/disputes'
import { draftOf } from '@/lib/db/drafts'
import { newestProtocol, publishedProtocol } from '@/lib/db/protocols-in-force'
import { Refusal } from '@/lib/errors'
import { shownAnswer, shownContent } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import { leaseMs } from '@/lib/workflow/leases'

export const readDisputeInput = z.object({ adjudicationId: z.uuid() })

export async function readDispute(viewer: Viewer, { adjudicationId }: z.output<typeof readDisputeInput>) {
  return asViewer(viewer, async (tx) => {
    // Whoever opens what is theirs to settle holds it anew.
    await renewAdjudication(tx, adjudicationId, leaseMs)
    const dispute = await disputeOf(tx, adjudicationId)
    if (!dispute) throw new Refusal('not-found', 'not-found')
    const given = dispute.settled ? await verdictGiven(tx, adjudicationId) : null
    const protocol = given
      ? await publishedProtocol(tx, dispute.study.id, given.protocolId)
      : await newestProtocol(tx, dispute.study.id)
    if (!protocol) throw new Refusal('conflict', 'no-protocol')
    const task = taskOf(dispute.study.task)
    const { asGiven } = task
    const at = (rest: unknown) => ({ task, kept: { text: dispute.text, rest }, itemId: dispute.itemId, personId: viewer.personId })
    const showing = at(given && asGiven ? asGiven(dispute.content, given.rubric, given.answer) : dispute.content)
    const asShown = <T extends { answer: unknown }>(said: T): T => (said.answer === null ? said : { ...said, answer: shownAnswer(showing, said.answer) })
    /** All that a verdict before said, in the words of then: what of it stands is asked of nobody here. */
    const before = ({ rubric, ...verdict }: AdjudicatedVerdict) => {
      if (!asGiven || verdict.answer === null) return { ...asShown(verdict), content: null }
      const then = at(asGiven(dispute.content, rubric, null))
      return { ...verdict, answer: shownAnswer(then, verdict.answer), content: shownContent(then) }
    }
    const own = ({ rubric, ...verdict }: AdjudicatedVerdict) => ({ ...asShown(verdict), underRubric: rubric?.version ?? null })
    const readings = dispute.readAgain ? [] : (await readingsToSettle(tx, dispute.itemId)).map(asShown)
    const draft = dispute.settled ? null : await draftOf(tx, viewer.personId, dispute.itemId, adjudicationId)
    const earlier = await earlierVerdicts(tx, dispute.itemId, given?.version ?? null)
    // Computed anew, so that the points follow the order of the letters as shown.
    const { points } = task.disagreement(
      readings.map(({ answer }) => answer),
      dispute.study.settings,
    )
    const { leaseUntil, ...shown } = dispute
    return {
      ...shown,
      content: task.arrangement ? shownContent(showing) : dispute.content,
      points,
      readings,
      protocol,
      draft: draft && { body: draft.body, version: draft.version, activeMs: draft.activeMs },
      given: given && own(given),
      earlier: earlier.map(before),
      leaseUntil: leaseUntil?.toISOString() ?? null,
    }
  })
}
