import NextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/auth/auth-options'

type Context = { params: Promise<{ nextauth: string[] }> }

/** next-auth's own addresses: sign-in, its return from OpenID Connect, sign-out. */
const handler = (request: NextRequest, context: Context) =>
  NextAuth(request, context, authOptions(Object.fromEntries(request.headers))) as Promise<Response>

export { handler as GET, handler as POST }
