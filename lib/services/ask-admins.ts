/** A reader or adjudicator asks the admins about an item they have or had before them, and reads on in the thread, which is then seen. The admins do not learn who asks. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { appendQuestion, partOf, seeAnswers, threadOf } from '@/lib/db/threads'
import { Refusal } from '@/lib/errors'

export const askAdminsInput = z.object({ itemId: z.uuid(), body: z.string().trim().min(1).max(5_000) })
export const readOwnThreadInput = z.object({ itemId: z.uuid() })

export async function askAdmins(viewer: Viewer, input: z.output<typeof askAdminsInput>) {
  await asSystem({ reason: 'question-asked', actor: viewer.personId, itemId: input.itemId }, async (tx, note) => {
    const part = await partOf(tx, viewer.personId, input.itemId)
    if (!part) throw new Refusal('not-found', 'not-found')
    note({ studyId: part.studyId })
    await appendQuestion(tx, { ...part, itemId: input.itemId, personId: viewer.personId, body: input.body })
  })
  return readOwnThread(viewer, input)
}

export async function readOwnThread(viewer: Viewer, { itemId }: z.output<typeof readOwnThreadInput>) {
  return asViewer(viewer, async (tx) => {
    await seeAnswers(tx, itemId)
    return { messages: await threadOf(tx, viewer.personId, itemId) }
  })
}
