import { z } from 'zod'
import type { Role } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { lockInvitation } from '@/lib/db/invitations'
import { personByEmail } from '@/lib/db/people'
import { countAttempt } from '@/lib/db/rate-limits'
import { Refusal } from '@/lib/errors'

export const tokenSchema = z.string().regex(/^[\w-]{43}$/)

export type InvitationShown = {
  email: string
  name: string
  inviter: string | null
  study: string | null
  roles: Role[]
  owner: boolean
  expiresAt: Date
  /** Whether the address has an account already: then its person signs in and joins. */
  known: boolean
}

/**
 * Who invites to what, for whoever holds the link. Expired, used, withdrawn, made by somebody who may invite no longer and
 * never issued get the same answer. Only an invitation that was found leaves a trace in the audit, so guessing cannot fill it.
 */
export async function openInvitation(input: { token: string; address: string | null }): Promise<InvitationShown> {
  if (input.address) await countAttempt('invitation-address', input.address)
  const token = tokenSchema.safeParse(input.token)
  if (!token.success) throw new Refusal('not-found', 'invitation-invalid')
  return asSystem({ reason: 'invitation-opened', actor: null }, async (tx, note) => {
    const found = await lockInvitation(tx, token.data)
    const person = found && (await personByEmail(tx, found.email))
    if (!found || person?.deactivatedAt) throw new Refusal('not-found', 'invitation-invalid')
    note({ detail: { invitationId: found.id }, ...(found.studyId ? { studyId: found.studyId } : {}) })
    const { email, name, inviter, studyName: study, roles, owner, expiresAt } = found
    return { email, name, inviter, study, roles, owner, expiresAt, known: person !== null }
  })
}
