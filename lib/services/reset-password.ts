import { z } from 'zod'
import { revokeTokens } from '@/lib/db/access-tokens'
import { asSystem } from '@/lib/db/as-system'
import { setPasswordHash } from '@/lib/db/credentials'
import { endResets, lockReset } from '@/lib/db/password-resets'
import { countAttempt, forgetAttempts } from '@/lib/db/rate-limits'
import { revokeSessions } from '@/lib/db/sessions'
import { Refusal } from '@/lib/errors'
import { hashPassword } from './hash-password'
import { tokenSchema } from './open-invitation'
import { passwordProblem, shortestPassword } from './password-problem'

export const resetPasswordInput = z.strictObject({ token: z.string(), password: z.string().max(1024) })

/** A new password for the link's person; the link is used up, and every session and token of theirs ends. A refused password leaves it open. */
export async function resetPassword(
  input: z.output<typeof resetPasswordInput> & { address: string | null },
): Promise<{ email: string }> {
  if (input.address) await countAttempt('reset-address', input.address)
  const token = tokenSchema.safeParse(input.token)
  if (!token.success) throw new Refusal('not-found', 'reset-invalid')
  const { email } = await asSystem({ reason: 'password-reset-used', actor: null }, async (tx, note) => {
    const found = await lockReset(tx, token.data)
    if (!found) throw new Refusal('not-found', 'reset-invalid')
    const problem = passwordProblem(input.password, found)
    if (problem) throw new Refusal('invalid', 'invalid', {}, [{ path: 'password', code: problem, values: { minimum: shortestPassword } }])
    await setPasswordHash(tx, found.personId, await hashPassword(input.password))
    await endResets(tx, found.personId)
    note({
      actor: found.personId,
      detail: {
        resetId: found.id,
        sessionsEnded: await revokeSessions(tx, found.personId, 'all'),
        tokensRevoked: await revokeTokens(tx, found.personId, 'all'),
      },
    })
    return found
  })
  // Whoever had guessed until the account was shut has no say in when its person may sign in.
  await forgetAttempts('sign-in-account', email)
  return { email }
}
