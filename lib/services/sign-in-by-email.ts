import { asSystem } from '@/lib/db/as-system'
import { credentialByEmail } from '@/lib/db/credentials'
import { openSession } from '@/lib/db/sessions'
import { sessionLifetimeMs } from './session-lifetime'
import type { OpenedSession } from './sign-in'

/**
 * Opens a session for an e-mail address that the organisation's sign-in says it has verified; never makes an account. One
 * that it has not verified is anybody's claim, and is not even looked up.
 */
export const signInByEmail = (input: {
  email: string
  verified: boolean
  /** When it says that the person showed who they are, in milliseconds since 1970; null where it does not say. */
  provedAtMs: number | null
  address: string | null
  agent: string
}): Promise<OpenedSession | null> =>
  asSystem({ reason: 'sign-in', actor: null }, async (tx, note) => {
    if (!input.verified) {
      note({ reason: 'sign-in-refused', detail: { by: 'oidc', account: 'unverified' } })
      return null
    }
    const account = await credentialByEmail(tx, input.email.trim().toLowerCase())
    if (account) note({ actor: account.personId })
    if (!account || account.deactivatedAt) {
      note({ reason: 'sign-in-refused', detail: { by: 'oidc', account: account ? 'deactivated' : 'unknown' } })
      return null
    }
    note({ detail: { by: 'oidc' } })
    return { personId: account.personId, sessionId: await openSession(tx, account.personId, input, sessionLifetimeMs) }
  })
