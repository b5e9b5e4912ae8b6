/**
 * An adjudicator settles a dispute: an answer (one reading taken whole, put together span by span, or their own) or "this
 * item is unusable", always with a rationale, and with the cause of the difference where the readings differ. Sent twice it is one verdict.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { lockDispute, markSettled, verdictGiven } from '@/lib/db/disputes'
import { deleteDraft, newerDraft } from '@/lib/db/drafts'
import { standingJudgments } from '@/lib/db/judgments'
import { setStage } from '@/lib/db/items'
import { publishedProtocol } from '@/lib/db/protocols-in-force'
import { insertVerdict } from '@/lib/db/verdicts'
import { Refusal } from '@/lib/errors'
import { canonical } from '@/lib/formats/canonical'
import { ownAnswer, shownContent } from '@/lib/tasks/as-shown'
import { taskOf } from '@/lib/tasks/registry'
import type { Json } from '@/lib/tasks/task'
import { causes } from '@/lib/workflow/causes'
import { moved } from '@/lib/workflow/moves'
import { answerOfVerdict } from './answer-of-verdict'
import { handedInFrom } from './handed-in-from'

export const giveVerdictInput = z.object({
  adjudicationId: z.uuid(),
  protocolId: z.uuid(),
  outcome: z.enum(['answer', 'unusable']),
  answer: z.unknown(),
  rationale: z.string().trim().min(1, 'key:rationale-missing').max(20_000),
  /** Null where the readings agree. */
  cause: z.enum(causes).nullable(),
  activeMs: z.int().min(0).max(86_400_000),
  from: handedInFrom.optional(),
})

export async function giveVerdict(
  viewer: Viewer,
  input: z.output<typeof giveVerdictInput>,
): Promise<{ adjudicationId: string }> {
  return asSystem({ reason: 'verdict-given', actor: viewer.personId }, async (tx, note) => {
    const dispute = await lockDispute(tx, input.adjudicationId, viewer.personId)
    if (!dispute) throw new Refusal('conflict', 'dispute-gone')
    note({
      studyId: dispute.studyId,
      itemId: dispute.itemId,
      detail: { adjudication: dispute.adjudicationId, outcome: input.outcome },
    })
    const cause = dispute.differs ? input.cause : null
    const readings = async () => (await standingJudgments(tx, dispute.itemId)).map(({ answer }) => answer)
    if (dispute.settledAt) {
      const given = await verdictGiven(tx, dispute.adjudicationId)
      if (!given) throw new Refusal('conflict', 'dispute-ended')
      const sent = input.outcome === 'unusable' ? null : await answerOfVerdict(tx, taskOf(dispute.task), dispute, givenAnswer(dispute, viewer.personId, input.answer), readings, given.version)
      const same = given.rationale === input.rationale && given.cause === cause && canonical(given.answer as Json) === canonical(sent as Json)
      if (!same) throw new Refusal('conflict', 'verdict-differs')
      note({ detail: { repeated: true } })
      return { adjudicationId: dispute.adjudicationId }
    }
    if (input.from && (await newerDraft(tx, viewer.personId, dispute.adjudicationId, input.from))) throw new Refusal('conflict', 'draft-newer')
    const protocol = await publishedProtocol(tx, dispute.studyId, input.protocolId)
    if (!protocol) throw new Refusal('invalid', 'protocol-unknown')
    if (dispute.differs && cause === null) throw new Refusal('invalid', 'judgment-incomplete', {}, [{ path: 'cause', code: 'cause-missing' }])
    const stage = moved(dispute.stage, 'decided', 'adjudicator')
    const answer = input.outcome === 'unusable' ? null : await answerOfVerdict(tx, taskOf(dispute.task), dispute, completeAnswer(dispute, viewer.personId, protocol.form, input.answer), readings)
    const version = await insertVerdict(tx, {
      itemId: dispute.itemId,
      studyId: dispute.studyId,
      protocolId: protocol.id,
      source: 'adjudication',
      answer,
      rationale: input.rationale,
      cause,
      adjudicationId: dispute.adjudicationId,
    })
    await markSettled(tx, dispute.adjudicationId, input.activeMs)
    await setStage(tx, dispute.itemId, stage)
    await deleteDraft(tx, viewer.personId, dispute.itemId)
    note({ detail: { version } })
    return { adjudicationId: dispute.adjudicationId }
  })
}

type Judged = { task: string; itemId: string; text: string; content: unknown; settings: unknown }

function completeAnswer(dispute: Judged, personId: string, form: unknown, answer: unknown) {
  const task = taskOf(dispute.task)
  const problems = task.problems(task.draft.parse(answer), { content: shownContent(showingOf(dispute, personId)), settings: dispute.settings, form, of: 'verdict' })
  if (problems.length) throw new Refusal('invalid', 'judgment-incomplete', {}, problems)
  return givenAnswer(dispute, personId, answer)
}

/** By the item's own names of what is judged, whatever order it was shown in. */
function givenAnswer(dispute: Judged, personId: string, answer: unknown) {
  const task = taskOf(dispute.task)
  return task.judgment.parse(ownAnswer(showingOf(dispute, personId), task.draft.parse(answer)))
}

const showingOf = ({ task, itemId, text, content }: Judged, personId: string) => ({ task: taskOf(task), kept: { text, rest: content }, itemId, personId })
