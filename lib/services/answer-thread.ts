/** An admin answers a question, resolves it, or opens it again. The asker reads the answer; the admin never learns who that is. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { appendAnswer, lockThread, setResolved } from '@/lib/db/study-threads'
import { Refusal } from '@/lib/errors'
import { admitAdmin } from './admit-admin'

export const answerThreadInput = z.strictObject({
  study: z.string(),
  threadId: z.uuid(),
  /** Left out: nothing is said, only `resolved` changes. */
  body: z.string().trim().min(1, 'key:required').max(5_000).optional(),
  resolved: z.boolean(),
})

export async function answerThread(viewer: Viewer, input: z.output<typeof answerThreadInput>): Promise<void> {
  const { study: slug, threadId, body, resolved } = input
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const thread = await lockThread(tx, study.id, threadId)
    if (!thread) throw new Refusal('not-found', 'not-found')
    if (body === undefined && thread.resolved === resolved) return
    if (body !== undefined) await appendAnswer(tx, threadId, body)
    await setResolved(tx, threadId, resolved)
    const detail = { thread: threadId, answered: body !== undefined, resolved }
    await recordEvent(tx, {
      kind: 'question-answered',
      actor: viewer.personId,
      studyId: study.id,
      itemId: thread.itemId,
      detail,
    })
  })
}
