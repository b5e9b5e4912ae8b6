/** The draft, exactly as it was seen, becomes the next numbered version: complete, immutable, with a note of what changed. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { draftProtocol, publishDraft } from '@/lib/db/protocols'
import { Refusal } from '@/lib/errors'
import { taskOf } from '@/lib/tasks/registry'
import { admitAdmin } from './admit-admin'
import { otherDraft } from './protocol-draft'

export const publishProtocolInput = z.object({
  study: z.string(),
  seen: z.string().regex(/^[\d\-:. +]{10,40}$/),
  note: z.string().trim().min(1, 'key:required').max(5_000),
})

export async function publishProtocol(
  viewer: Viewer,
  { study: slug, seen, note }: z.output<typeof publishProtocolInput>,
): Promise<{ number: number }> {
  return asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const draft = await draftProtocol(tx, study.id)
    if (!draft || draft.revision !== seen) throw await otherDraft(tx, study.id)
    const problems = taskOf(study.task)
      .form.safeParse(draft.form)
      .error?.issues.map((issue) => ({ path: issue.path.join('.'), code: issue.code === 'custom' || issue.code === 'invalid_format' ? issue.message : issue.code }))
    if (problems) throw new Refusal('invalid', 'protocol-incomplete', { count: problems.length }, problems)
    if (draft.guideline.trim() === '') throw new Refusal('invalid', 'protocol-incomplete', { count: 1 }, [{ path: 'guideline', code: 'required' }])

    const number = await publishDraft(tx, study.id, seen, note)
    if (number === null) throw await otherDraft(tx, study.id)
    await recordEvent(tx, { kind: 'protocol-published', actor: viewer.personId, studyId: study.id, itemId: null, detail: { number, note } })
    return { number }
  })
}
