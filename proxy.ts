import { NextResponse, type NextRequest } from 'next/server'
import { pagePolicy, transportSecurity } from '@/lib/web/security-headers'

/**
 * Gives every page its content security policy with a fresh nonce. Must never decide who may see what: that is the
 * services' work.
 */
export function proxy(request: NextRequest) {
  const https = request.nextUrl.protocol === 'https:' || request.headers.get('x-forwarded-proto') === 'https'
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString('base64')
  const policy = pagePolicy({ nonce, https, development: process.env.NODE_ENV === 'development' })

  // Next reads the nonce from the request's copy of the policy and puts it on its own scripts.
  const headers = new Headers(request.headers)
  headers.set('x-nonce', nonce)
  // The way back after signing in: a page cannot see its own address.
  headers.set('x-path', request.nextUrl.pathname + request.nextUrl.search)
  headers.set('Content-Security-Policy', policy)

  const response = NextResponse.next({ request: { headers } })
  response.headers.set('Content-Security-Policy', policy)
  if (https) response.headers.set('Strict-Transport-Security', transportSecurity)
  return response
}

// Not /api, but for its one page: a proxied request body is held in memory, and imports stream. Its policy is in next.config.ts.
export const config = { matcher: ['/((?!api/(?!docs$)|_next/static/|_next/image|icon.svg|offline-worker.js).*)'] }
