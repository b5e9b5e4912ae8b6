import { asSystem } from '@/lib/db/as-system'
import { lockReset } from '@/lib/db/password-resets'
import { countAttempt } from '@/lib/db/rate-limits'
import { Refusal } from '@/lib/errors'
import { tokenSchema } from './open-invitation'

/**
 * Whose password a link sets, for whoever holds it. Expired, used, replaced, of somebody deactivated and never issued get
 * the same answer. Looking uses nothing up: chat programs fetch every link they carry.
 */
export async function openResetLink(input: { token: string; address: string | null }): Promise<{ email: string; expiresAt: Date }> {
  if (input.address) await countAttempt('reset-address', input.address)
  const token = tokenSchema.safeParse(input.token)
  if (!token.success) throw new Refusal('not-found', 'reset-invalid')
  return asSystem({ reason: 'password-reset-opened', actor: null }, async (tx, note) => {
    const found = await lockReset(tx, token.data)
    if (!found) throw new Refusal('not-found', 'reset-invalid')
    note({ detail: { resetId: found.id } })
    return { email: found.email, expiresAt: found.expiresAt }
  })
}
