/**
 * The cookie that says which session this browser has: an encrypted token with the person's and the session's id, and
 * nothing else. It proves nothing by itself; the session's row does (current-session.ts).
 */
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { authSettings } from './auth-settings'

const claims = z.object({ sub: z.uuid(), sid: z.uuid(), exp: z.number() })

type Claim = { personId: string; sessionId: string }
/** Tokens read lately, the oldest first: a browser sends the same one with every request, and reading it is dear. */
const known = new Map<string, Claim & { expiresAt: number }>()
const mostKnown = 1_000

async function claimIn(token: string): Promise<Claim | null> {
  const earlier = known.get(token)
  if (earlier && earlier.expiresAt > Date.now()) return earlier
  known.delete(token)
  const decoded = await decode({ token, secret: authSettings().secret }).catch(() => null)
  const claim = claims.safeParse(decoded)
  if (!claim.success) return null
  const { sub: personId, sid: sessionId, exp } = claim.data
  for (const oldest of known.keys()) if (known.size >= mostKnown) known.delete(oldest)
  known.set(token, { personId, sessionId, expiresAt: exp * 1000 })
  return { personId, sessionId }
}

export const sessionCookie = () => {
  const { overHttps } = authSettings()
  return {
    name: overHttps ? '__Host-doubleread-session' : 'doubleread-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps },
  }
}

/** The claim that this browser makes; null where there is none or it is not ours. */
export async function claimedSession(): Promise<Claim | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token ? claimIn(token) : null
}

export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie()
  // Deleted with the attributes it was set with: a __Host- cookie ignores any other.
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
