'use server'
import { cookies } from 'next/headers'
import { currentSession } from '@/lib/auth/current-session'
import { preferenceCookies } from '@/lib/preferences'
import { readAccount } from '@/lib/services/read-account'

/** Gives this browser the language that its person chose on another. */
export async function bringPreferences(): Promise<void> {
  const session = await currentSession()
  if (!session) return
  const { locale } = await readAccount(session.viewer)
  if (locale) (await cookies()).set(preferenceCookies.locale, locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax' })
}
