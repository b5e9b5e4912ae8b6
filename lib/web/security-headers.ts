/**
 * The headers that keep a browser from running, framing or fetching what is not ours. Must never allow an inline script
 * without a nonce, nor any address but this one.
 */

/** For pages. `development` admits what hot reload needs: eval, unhashed styles and a web socket. */
export function pagePolicy({ nonce, development, https }: { nonce: string; development: boolean; https: boolean }) {
  const directives = [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? ` 'unsafe-eval'` : ''}`,
    development
      ? `style-src 'self' 'unsafe-inline'`
      : `style-src 'self' 'nonce-${nonce}'`,
    // A style attribute cannot fetch anything (img-src and font-src hold) and no imported text ever reaches one; server
    // rendered positions and sizes need it.
    `style-src-attr 'unsafe-inline'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'${development ? ' ws:' : ''}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `media-src 'none'`,
    `object-src 'none'`,
    `frame-src 'none'`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    ...(https ? ['upgrade-insecure-requests'] : []),
  ]
  return directives.join('; ')
}

/** For data: whatever comes out of /api, even an SVG picture opened by itself, runs nothing. */
export const apiPolicy = `default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'; sandbox`

/** For the service worker: asks this address and nobody else, and loads no script beside its own. */
export const workerPolicy = `default-src 'none'; connect-src 'self'`

/** Two years, as the preload lists ask; only ever sent over https. */
export const transportSecurity = 'max-age=63072000; includeSubDomains'

/** The same on every answer, files included. */
export const plainHeaders = () => [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'no-referrer' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  {
    key: 'Permissions-Policy',
    value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), browsing-topics=()',
  },
]
