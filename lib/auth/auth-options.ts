/**
 * next-auth's part: password and OpenID Connect sign-in, and the cookie. Whom it lets in is decided in
 * lib/services/sign-in*.ts; whether a session still holds, in current-session.ts.
 */
import type { NextAuthOptions } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { Refusal } from '@/lib/errors'
import { sessionLifetimeMs } from '@/lib/services/session-lifetime'
import { signIn, signInInput } from '@/lib/services/sign-in'
import { signInByEmail } from '@/lib/services/sign-in-by-email'
import { signOut } from '@/lib/services/sign-out'
import { log } from '@/lib/web/log'
import { paths } from '@/lib/web/paths'
import { authSettings } from './auth-settings'
import { clientAddress } from './client-address'
import { oidcProvider } from './oidc-provider'
import { sessionCookie } from './session-cookie'

type Headers = Record<string, unknown> | undefined
const header = (headers: Headers, name: string): string => (typeof headers?.[name] === 'string' ? headers[name] : '')

export function authOptions(requestHeaders: Headers): NextAuthOptions {
  const { secret, overHttps, trustedProxies, oidc } = authSettings()
  const from = {
    address: clientAddress(header(requestHeaders, 'x-forwarded-for'), trustedProxies),
    agent: header(requestHeaders, 'user-agent'),
  }
  return {
    secret,
    useSecureCookies: overHttps,
    session: { strategy: 'jwt', maxAge: sessionLifetimeMs / 1000 },
    cookies: { sessionToken: sessionCookie() },
    pages: { signIn: paths.signIn(), error: paths.signIn(), signOut: paths.signIn() },
    logger: {
      error: (code, metadata) => log.error({ code, err: metadata instanceof Error ? metadata : metadata.error }, 'next-auth'),
      warn: (code) => log.warn({ code }, 'next-auth'),
      debug: () => {},
    },
    providers: [
      Credentials({
        id: 'password',
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        async authorize(credentials) {
          const input = signInInput.safeParse(credentials)
          if (!input.success) return null
          try {
            const opened = await signIn({ ...input.data, ...from })
            return opened && { id: opened.personId, sessionId: opened.sessionId }
          } catch (error) {
            // next-auth sends the message to the sign-in page, which knows these two by name.
            if (error instanceof Refusal) throw new Error(error.reason, { cause: error })
            log.error({ err: error }, 'sign-in')
            throw new Error('defect', { cause: error })
          }
        },
      }),
      ...(oidc ? [oidcProvider(oidc)] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'oidc') return true
        const claims: Record<string, unknown> = { ...profile }
        const at = claims['auth_time']
        const provedAtMs = Number.isSafeInteger(at) ? Math.max(0, Number(at) * 1000) : null
        const opened = await signInByEmail({ email: profile?.email ?? '', verified: claims['email_verified'] === true, provedAtMs, ...from })
        if (!opened) return `${paths.signIn()}?error=no-account`
        user.id = opened.personId
        user.sessionId = opened.sessionId
        return true
      },
      // Only at sign-in is there a user. Name, e-mail and picture are left out of the token.
      jwt: ({ token, user }) => (user?.sessionId ? { sub: user.id, sid: user.sessionId } : token),
    },
    events: {
      async signOut({ token }) {
        const { sub, sid } = { ...token }
        if (typeof sub === 'string' && typeof sid === 'string') await signOut({ personId: sub, sessionId: sid })
      },
    },
  }
}
