/** Who may have a hidden split of a study's releases, this and later ones: given and taken by its admins, each time with a reason. */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { deleteGrant, grantsOf, insertGrant, lockResearcher, type GrantRow } from '@/lib/db/split-grants'
import { membersOf } from '@/lib/db/memberships'
import { Refusal } from '@/lib/errors'
import { splitNames } from '@/lib/releases/split-rule'
import { admitAdmin } from './admit-admin'

const reason = z.string().trim().min(1, 'key:required').max(2_000)
export const grantSplitInput = z.object({ study: z.string(), personId: z.uuid(), split: z.enum(splitNames), reason })

export type GrantsShown = { grants: GrantRow[]; researchers: { personId: string; name: string }[] }

export const listGrants = (viewer: Viewer, { study: slug }: { study: string }): Promise<GrantsShown> =>
  asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    const members = await membersOf(tx, study.id)
    return {
      grants: await grantsOf(tx, study.id),
      researchers: members
        .filter(({ roles, deactivated }) => roles.includes('researcher') && !deactivated)
        .map(({ personId, name }) => ({ personId, name })),
    }
  })

/** Only to a researcher of the study, and as long as they are one: an admin has it anyway, and others do not know of it. */
export async function grantSplit(viewer: Viewer, { study: slug, personId, split, reason }: z.output<typeof grantSplitInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if (!(await lockResearcher(tx, study.id, personId))) throw new Refusal('not-found', 'not-found')
    await insertGrant(tx, { studyId: study.id, personId, split, reason })
    await recordEvent(tx, { kind: 'split-granted', actor: viewer.personId, studyId: study.id, itemId: null, detail: { personId, split, reason } })
  })
}

export async function takeGrant(viewer: Viewer, { study: slug, personId, split, reason }: z.output<typeof grantSplitInput>): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const study = await admitAdmin(tx, viewer, slug)
    if (!(await deleteGrant(tx, { studyId: study.id, personId, split }))) return
    await recordEvent(tx, { kind: 'split-grant-taken', actor: viewer.personId, studyId: study.id, itemId: null, detail: { personId, split, reason } })
  })
}
