import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { lockInvitation, markAccepted } from '@/lib/db/invitations'
import { addMembership } from '@/lib/db/memberships'
import { personById, setOwner } from '@/lib/db/people'
import { countAttempt } from '@/lib/db/rate-limits'
import { Refusal } from '@/lib/errors'
import { tokenSchema } from './open-invitation'

export const joinByInvitationInput = z.strictObject({ token: z.string() })

/** Adds an invitation's roles to the signed-in person whose address it names; to anyone else it does not exist. */
export async function joinByInvitation(viewer: Viewer, input: z.output<typeof joinByInvitationInput>): Promise<void> {
  await countAttempt('invitation-address', viewer.personId)
  const token = tokenSchema.safeParse(input.token)
  if (!token.success) throw new Refusal('not-found', 'invitation-invalid')
  await asSystem({ reason: 'invitation-accepted', actor: viewer.personId }, async (tx, note) => {
    const found = await lockInvitation(tx, token.data)
    const person = await personById(tx, viewer.personId)
    if (!found || !person || person.email !== found.email) throw new Refusal('not-found', 'invitation-invalid')
    const { owner, roles, studyId } = found
    if (owner && !person.owner) await setOwner(tx, person.id, true)
    if (studyId) for (const role of roles) await addMembership(tx, studyId, person.id, role)
    await markAccepted(tx, found.id)
    note({ detail: { invitationId: found.id, roles, owner, account: 'known' }, ...(studyId ? { studyId } : {}) })
  })
}
