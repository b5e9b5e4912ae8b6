/**
 * The cookie that says which session this browser has: an encrypted token with the person's and the session's id, and
 * nothing else. It proves nothing by itself; the session's row does (current-session.ts).
 */
import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { z } from 'zod'
import { authSettings } from './auth-settings'

const claims = z.object({ sub: z.uuid(), sid: z.uuid() })

export const sessionCookie = () => {
  const { overHttps } = authSettings()
  return {
    name: overHttps ? '__Host-doubleread-session' : 'doubleread-session',
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: overHttps },
  }
}

/** The claim that this browser makes; null where there is none or it is not ours. */
export async function claimedSession(): Promise<{ personId: string; sessionId: string } | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  if (!token) return null
  const decoded = await decode({ token, secret: authSettings().secret }).catch(() => null)
  const claim = claims.safeParse(decoded)
  return claim.success ? { personId: claim.data.sub, sessionId: claim.data.sid } : null
}

export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie()
  // Deleted with the attributes it was set with: a __Host- cookie ignores any other.
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}
