import { z } from 'zod'
import { asSystem } from '@/lib/db/as-system'
import { setPasswordHash } from '@/lib/db/credentials'
import { lockInvitation, markAccepted } from '@/lib/db/invitations'
import { addMembership } from '@/lib/db/memberships'
import { createPerson, personByEmail } from '@/lib/db/people'
import { countAttempt } from '@/lib/db/rate-limits'
import { Refusal } from '@/lib/errors'
import { locales } from '@/lib/locale'
import { hashPassword } from './hash-password'
import { tokenSchema } from './open-invitation'
import { plainLine } from './plain-line'
import { passwordProblem, shortestPassword } from './password-problem'

export const acceptInvitationInput = z.strictObject({
  token: z.string(),
  name: plainLine(200, 1),
  password: z.string().max(1024),
  locale: z.enum(locales),
})

/**
 * Makes the account that an invitation is for, with its roles; one link makes one. For an address that has an account
 * already, see join-by-invitation.
 */
export async function acceptInvitation(input: z.output<typeof acceptInvitationInput> & { address: string | null }): Promise<{ email: string }> {
  if (input.address) await countAttempt('invitation-address', input.address)
  const token = tokenSchema.safeParse(input.token)
  if (!token.success) throw new Refusal('not-found', 'invitation-invalid')
  return asSystem({ reason: 'invitation-accepted', actor: null }, async (tx, note) => {
    const found = await lockInvitation(tx, token.data)
    if (!found || (await personByEmail(tx, found.email))) throw new Refusal('not-found', 'invitation-invalid')
    const { email, owner, roles, studyId } = found
    const problem = passwordProblem(input.password, { email, name: input.name })
    if (problem) throw new Refusal('invalid', 'invalid', {}, [{ path: 'password', code: problem, values: { minimum: shortestPassword } }])
    const personId = await createPerson(tx, { name: input.name, email, owner, locale: input.locale })
    await setPasswordHash(tx, personId, await hashPassword(input.password))
    if (studyId) for (const role of roles) await addMembership(tx, studyId, personId, role)
    await markAccepted(tx, found.id)
    note({ actor: personId, detail: { invitationId: found.id, roles, owner, account: 'new' }, ...(studyId ? { studyId } : {}) })
    return { email }
  })
}
