import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { revokeTokens } from '@/lib/db/access-tokens'
import { asSystem } from '@/lib/db/as-system'
import { passwordHashOf, setPasswordHash } from '@/lib/db/credentials'
import { personById } from '@/lib/db/people'
import { countAttempt, forgetAttempts } from '@/lib/db/rate-limits'
import { provedWithin, revokeSessions } from '@/lib/db/sessions'
import { Refusal } from '@/lib/errors'
import { freshSignInMs } from './fresh-sign-in'
import { hashPassword } from './hash-password'
import { passwordProblem, shortestPassword } from './password-problem'
import { verifyPassword } from './verify-password'

export const changePasswordInput = z.strictObject({ current: z.string().max(1024), password: z.string().max(1024) })

/**
 * A new password for whoever knows the old one; a first one for whoever signs in elsewhere and has just done so. Every session
 * but `keepSessionId` ends, and every token: an intruder may have made one.
 */
export async function changePassword(
  viewer: Viewer,
  { current, password, keepSessionId }: z.output<typeof changePasswordInput> & { keepSessionId: string },
): Promise<void> {
  await countAttempt('password-change', viewer.personId)
  await asSystem({ reason: 'password-changed', actor: viewer.personId }, async (tx, note) => {
    const person = await personById(tx, viewer.personId)
    if (!person) throw new Refusal('signed-out', 'signed-out')
    const hash = await passwordHashOf(tx, viewer.personId)
    if (hash === null && !(await provedWithin(tx, keepSessionId, viewer.personId, freshSignInMs))) throw new Refusal('conflict', 'sign-in-again')
    if (hash !== null && !(await verifyPassword(hash, current)))
      throw new Refusal('invalid', 'invalid', {}, [{ path: 'current', code: 'password-wrong' }])
    const problem = passwordProblem(password, person)
    if (problem) throw new Refusal('invalid', 'invalid', {}, [{ path: 'password', code: problem, values: { minimum: shortestPassword } }])
    await setPasswordHash(tx, viewer.personId, await hashPassword(password))
    const sessionsEnded = await revokeSessions(tx, viewer.personId, { allBut: keepSessionId })
    note({ detail: { first: hash === null, sessionsEnded, tokensRevoked: await revokeTokens(tx, viewer.personId, 'all') } })
  })
  await forgetAttempts('password-change', viewer.personId)
}
