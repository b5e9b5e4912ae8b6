import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { saveConflicts as keep } from '@/lib/db/profiles'
import { workEnded } from '@/lib/db/work-ended'

const conflict = z.strictObject({
  kind: z.enum(['source', 'person']),
  value: z.string().trim().min(1, 'key:required').max(200),
  note: z.string().trim().max(500),
})

export const saveConflictsInput = z.strictObject({ conflicts: z.array(conflict).max(200) })

/** Whose items this person must not judge from now on: what they hold of them is free at once (trigger), and their drafts stay. */
export const saveConflicts = (viewer: Viewer, { conflicts }: z.output<typeof saveConflictsInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const distinct = [...new Map(conflicts.map((one) => [`${one.kind} ${one.value.normalize('NFKC').toLowerCase()}`, one])).values()]
    await keep(tx, viewer.personId, distinct)
    await recordEvent(tx, { kind: 'profile-changed', actor: viewer.personId, studyId: null, itemId: null, detail: { part: 'conflicts', count: distinct.length, ...(await workEnded(tx)) } })
  })
