import type { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { lockAdmins, removeMembership } from '@/lib/db/memberships'
import { grantsEnded } from '@/lib/db/split-grants'
import { workEnded } from '@/lib/db/work-ended'
import { Refusal } from '@/lib/errors'
import { admitManager } from './admit-manager'
import type { roleInput } from './give-role'

/** Takes a role from a person; never the last admin's. What they had in hand under it is free at once (trigger), how much it was is in the event, which items is not: with the role's end beside it, it would tell who reads them. Hidden splits that a researcher was granted are closed again, and do not come back with the role. Their drafts and what they handed in stay. */
export const takeRole = (viewer: Viewer, { study: slug, personId, role }: z.output<typeof roleInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    if (role === 'admin') {
      const admins = await lockAdmins(tx, study.id)
      if (!admins.some((id) => id !== personId)) throw new Refusal('conflict', 'last-admin')
    }
    if (await removeMembership(tx, study.id, personId, role))
      await recordEvent(tx, { kind: 'role-taken', actor: viewer.personId, studyId: study.id, itemId: null, detail: { personId, role, ...(await workEnded(tx)), ...(await grantsEnded(tx)) } })
  })
