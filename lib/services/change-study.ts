/**
 * An admin changes a study. Once readings have been submitted, the task's settings are frozen: they say what a complete
 * judgment is and when two agree, so a change would give judgments a meaning nobody gave them. The adjudication policy
 * stays open, but a change then needs a reason, which the audit trail keeps: later items are settled by another rule. What
 * a study's task is never changes. Readers per item is only the proposal for new batches.
 */
import { isDeepStrictEqual } from 'node:util'
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { lockStudy, setArchived, submissionsIn, updateStudy } from '@/lib/db/studies'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { studyFields } from './study-fields'

export const changeStudyInput = studyFields.extend({ study: z.string(), reason: z.string().trim().max(2_000).default('') })

export async function changeStudy(viewer: Viewer, input: z.output<typeof changeStudyInput>): Promise<{ changed: string[] }> {
  const { study: slug, reason, ...fields } = input
  return asViewer(viewer, async (tx) => {
    await lockStudy(tx, (await admitAdmin(tx, viewer, slug)).id)
    const before = await admitAdmin(tx, viewer, slug)
    const after = { ...fields, settings: taskOf(before.task).settings.parse(fields.settings) }
    const names = Object.keys(after) as (keyof typeof after)[]
    const changed = names.filter((name) => !isDeepStrictEqual(after[name], before[name]))
    if (changed.length === 0) return { changed }

    if (changed.includes('settings') || changed.includes('policy')) {
      const judged = (await submissionsIn(tx, before.id)) > 0
      if (judged && changed.includes('settings')) throw new Refusal('frozen', 'study-settings-frozen')
      if (judged && reason === '') throw new Refusal('invalid', 'reason-missing', {}, [{ path: 'reason', code: 'required' }])
    }
    await updateStudy(tx, before.id, after)
    const was = Object.fromEntries(changed.map((name) => [name, { from: before[name], to: after[name] }]))
    await recordEvent(tx, {
      kind: 'study-changed',
      actor: viewer.personId,
      studyId: before.id,
      itemId: null,
      detail: { ...was, ...(reason ? { reason } : {}) },
    })
    return { changed }
  })
}

export const archiveStudyInput = z.object({ study: z.string(), archived: z.boolean() })

/** An archived study gives no item to readers or adjudicators; everything in it stays and can be brought back. */
export async function archiveStudy(viewer: Viewer, { study: slug, archived }: z.output<typeof archiveStudyInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if ((study.archivedAt !== null) === archived) return
    await setArchived(tx, study.id, archived)
    await recordEvent(tx, { kind: 'study-archived', actor: viewer.personId, studyId: study.id, itemId: null, detail: { archived } })
  })
}
