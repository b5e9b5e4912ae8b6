'use server'
import { currentSession } from '@/lib/auth/current-session'
import { keepPreference as keep, keepPreferenceInput, type Preference } from '@/lib/services/keep-preference'

/** Keeps a taste with whoever is signed in, so that their other browsers follow; of nobody there is nothing to keep. */
export async function keepPreference(preference: Preference): Promise<void> {
  const session = await currentSession()
  if (session) await keep(session.viewer, keepPreferenceInput.parse(preference))
}
