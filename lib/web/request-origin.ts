import { headers } from 'next/headers'
import { env } from '@/lib/env'

/** The address at which this installation is reached, for commands that people copy: as it is configured, else as it was asked for. */
export async function requestOrigin(): Promise<string> {
  const configured = env().NEXTAUTH_URL
  if (configured) return new URL(configured).origin
  const given = await headers()
  return `${given.get('x-forwarded-proto') ?? 'http'}://${given.get('host') ?? 'localhost'}`
}
