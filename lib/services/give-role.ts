import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { addMembership } from '@/lib/db/memberships'
import { personById } from '@/lib/db/people'
import { Refusal } from '@/lib/errors'
import { admitManager } from './admit-manager'

export const roleInput = z.strictObject({
  study: z.string(),
  personId: z.uuid(),
  role: z.enum(['reader', 'adjudicator', 'admin', 'researcher']),
})

/** Gives a person whom the viewer can see a role in a study; giving it twice is giving it once. */
export const giveRole = (viewer: Viewer, { study: slug, personId, role }: z.output<typeof roleInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const study = await admitManager(tx, viewer, slug)
    const person = await personById(tx, personId)
    if (!person || person.deactivatedAt) throw new Refusal('not-found', 'not-found')
    if (await addMembership(tx, study.id, personId, role))
      await recordEvent(tx, { kind: 'role-given', actor: viewer.personId, studyId: study.id, itemId: null, detail: { personId, role } })
  })
