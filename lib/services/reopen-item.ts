/**
 * An admin sends a closed item to the bench, again or for the first time, with a reason. The points of difference are found
 * anew from the readings that stand; a verdict given before stays as an earlier version. Tells the admin nothing of the readings.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { openAdjudication } from '@/lib/db/adjudications'
import { asSystem } from '@/lib/db/as-system'
import { asViewer } from '@/lib/db/as-viewer'
import { lockItemForBench } from '@/lib/db/disputes'
import { setStage } from '@/lib/db/items'
import { standingJudgments } from '@/lib/db/judgments'
import { dropStanding } from '@/lib/db/rubric-revisions'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { moved } from '@/lib/workflow/moves'
import { admitAdmin } from './admit-admin'

export const reopenItemInput = z.object({
  study: z.string(),
  itemId: z.uuid(),
  reason: z.string().trim().min(1, 'key:required').max(2_000),
})

export async function reopenItem(viewer: Viewer, { study: slug, itemId, reason }: z.output<typeof reopenItemInput>): Promise<{ itemId: string }> {
  const { id: studyId } = await asViewer(viewer, (tx) => admitAdmin(tx, viewer, slug))
  return asSystem({ reason: 'item-reopened', actor: viewer.personId, studyId, itemId }, async (tx, note) => {
    const item = await lockItemForBench(tx, studyId, itemId)
    if (!item) throw new Refusal('not-found', 'not-found')
    const stage = moved(item.stage, 'reopened', 'admin', reason)
    const answers = (await standingJudgments(tx, itemId)).map(({ answer }) => answer)
    await dropStanding(tx, [itemId])
    await openAdjudication(tx, itemId, studyId, taskOf(item.task).disagreement(answers, item.settings).points)
    await setStage(tx, itemId, stage)
    note({ detail: { reason } })
    return { itemId }
  })
}
