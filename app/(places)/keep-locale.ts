'use server'
import { currentSession } from '@/lib/auth/current-session'
import { locales, type Locale } from '@/lib/locale'
import { keepPreference } from '@/lib/services/keep-preference'

/** Keeps the language with the person, so that their next browser speaks it too. */
export async function keepLocale(locale: Locale): Promise<void> {
  const session = await currentSession()
  if (session && locales.includes(locale)) await keepPreference(session.viewer, { locale })
}
