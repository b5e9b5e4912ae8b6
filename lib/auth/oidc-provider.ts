import type { OAuthConfig } from 'next-auth/providers/oauth'

type Claims = { sub: string; email?: string; email_verified?: boolean }

/** The organisation's own sign-in, found by discovery; code flow with PKCE, state and nonce. */
export const oidcProvider = (oidc: { issuer: string; clientId: string; clientSecret: string; name: string }): OAuthConfig<Claims> => ({
  id: 'oidc',
  name: oidc.name,
  type: 'oauth',
  wellKnown: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
  clientId: oidc.clientId,
  clientSecret: oidc.clientSecret,
  authorization: { params: { scope: 'openid email' } },
  checks: ['pkce', 'state', 'nonce'],
  idToken: true,
  profile: (claims) => ({ id: claims.sub, email: claims.email ?? null }),
})
