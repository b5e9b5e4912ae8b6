/** What sign-in is told from outside. Without a secret nothing starts: an unsigned session would let anyone be anyone. */
import { z } from 'zod'

const settings = z
  .object({
    NEXTAUTH_SECRET: z
      .string({ error: 'NEXTAUTH_SECRET is not set: start with `npm start`, or see README "Deploy".' })
      .min(32, 'NEXTAUTH_SECRET is too short: 32 characters at least.'),
    NEXTAUTH_URL: z.url({ error: 'NEXTAUTH_URL is not set: the address at which people reach this installation.' }),
    /** How many proxies in front of us are ours and append to X-Forwarded-For; 0: none, and the connection's own counts. */
    TRUST_PROXY: z.coerce.number().int().min(0).max(9).default(0),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().min(1).optional(),
    OIDC_CLIENT_SECRET: z.string().min(1).optional(),
    /** What the button says; the organisation's name for its sign-in. */
    OIDC_NAME: z.string().min(1).default('OpenID Connect'),
  })
  .transform(({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name, ...rest }) => ({
    secret: rest.NEXTAUTH_SECRET,
    origin: new URL(rest.NEXTAUTH_URL).origin,
    overHttps: rest.NEXTAUTH_URL.startsWith('https:'),
    trustedProxies: rest.TRUST_PROXY,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret, name } : null,
  }))

let read: z.output<typeof settings> | undefined

/** Empty counts as not set: compose files pass on variables that nobody filled in. */
export function authSettings(): z.output<typeof settings> {
  return (read ??= settings.parse(Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))))
}
