/** The experts' queue: the next question, one question, its answer. What is shown is the text and two places in it, nothing else. */
import { z } from 'zod'
import { studiesAs, type Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { answerSpanQuestion, claimSpanQuestion, spanQuestion, spanQuestionsWaiting, type SpanQuestionRow } from '@/lib/db/span-questions'
import { Refusal } from '@/lib/errors'
import { leaseMs } from '@/lib/workflow/leases'

export const spanQuestionInput = z.object({ questionId: z.uuid() })
export const answerSpanQuestionInput = spanQuestionInput.extend({ same: z.boolean(), note: z.string().trim().max(4_000).default('') })

export async function nextSpanQuestion(viewer: Viewer): Promise<{ questionId: string | null }> {
  if (studiesAs(viewer, 'adjudicator').length === 0) throw new Refusal('not-found', 'not-found')
  return asSystem({ reason: 'span-question-claimed', actor: viewer.personId }, async (tx, note) => {
    const claimed = await claimSpanQuestion(tx, viewer.personId, leaseMs)
    if (claimed) note({ studyId: claimed.studyId, itemId: claimed.itemId, detail: { question: claimed.id } })
    else note({ detail: { found: false } })
    return { questionId: claimed?.id ?? null }
  })
}

export const readSpanQuestion = (viewer: Viewer, { questionId }: z.output<typeof spanQuestionInput>): Promise<SpanQuestionRow> =>
  asViewer(viewer, async (tx) => {
    const question = await spanQuestion(tx, questionId)
    if (!question) throw new Refusal('not-found', 'not-found')
    return question
  })

export const answerQuestion = (viewer: Viewer, { questionId, same, note: why }: z.output<typeof answerSpanQuestionInput>): Promise<{ questionId: string }> =>
  asSystem({ reason: 'span-question-answered', actor: viewer.personId }, async (tx, note) => {
    const answered = await answerSpanQuestion(tx, questionId, viewer.personId, same, why)
    if (!answered) throw new Refusal('conflict', 'span-question-gone')
    note({ itemId: answered.itemId, detail: { question: questionId, same } })
    return { questionId }
  })

/** For the bench's page; null where the viewer settles nothing. */
export const spanQuestionsForMe = (viewer: Viewer): Promise<{ waiting: number; answered: number } | null> =>
  studiesAs(viewer, 'adjudicator').length === 0 ? Promise.resolve(null) : asViewer(viewer, spanQuestionsWaiting)
