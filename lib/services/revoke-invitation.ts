import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { recordEvent } from '@/lib/db/audit-events'
import { revokeInvitation as revoke } from '@/lib/db/invitations'
import { Refusal } from '@/lib/errors'

export const revokeInvitationInput = z.strictObject({ invitationId: z.uuid() })

/** Withdraws an invitation of a study that the viewer runs; an owner any. Row security decides which are in sight. */
export const revokeInvitation = (viewer: Viewer, { invitationId }: z.output<typeof revokeInvitationInput>): Promise<void> =>
  asViewer(viewer, async (tx) => {
    const revoked = await revoke(tx, invitationId)
    if (!revoked) throw new Refusal('not-found', 'not-found')
    await recordEvent(tx, { kind: 'invitation-revoked', actor: viewer.personId, studyId: revoked.studyId, itemId: null, detail: { invitationId } })
  })
