import { z } from 'zod'
import { asSystem } from '@/lib/db/as-system'
import { credentialByEmail } from '@/lib/db/credentials'
import { countAttempt, forgetAttempts } from '@/lib/db/rate-limits'
import { openSession } from '@/lib/db/sessions'
import { sessionLifetimeMs } from './session-lifetime'
import { verifyPassword } from './verify-password'

export const signInInput = z.object({ email: z.string().trim().toLowerCase().max(320), password: z.string().min(1).max(1024) })

export type OpenedSession = { personId: string; sessionId: string }

/**
 * Opens a session for whoever knows the password. An unknown account, a wrong password and a deactivated person get the
 * same answer (null) after the same work; attempts are counted before they are judged, by account and by address.
 */
export async function signIn(input: z.output<typeof signInInput> & { address: string | null; agent: string }): Promise<OpenedSession | null> {
  if (input.address) await countAttempt('sign-in-address', input.address)
  await countAttempt('sign-in-account', input.email)
  const opened = await asSystem({ reason: 'sign-in', actor: null }, async (tx, note) => {
    const account = await credentialByEmail(tx, input.email)
    const matches = await verifyPassword(account?.passwordHash ?? null, input.password)
    if (account) note({ actor: account.personId })
    if (!account || !matches || account.deactivatedAt) {
      note({ reason: 'sign-in-refused', detail: { by: 'password', account: !account ? 'unknown' : account.deactivatedAt ? 'deactivated' : 'active' } })
      return null
    }
    note({ detail: { by: 'password' } })
    return { personId: account.personId, sessionId: await openSession(tx, account.personId, input, sessionLifetimeMs) }
  })
  if (opened) await forgetAttempts('sign-in-account', input.email)
  return opened
}
