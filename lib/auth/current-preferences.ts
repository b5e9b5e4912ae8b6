import { unstable_rethrow } from 'next/navigation'
import { currentSession } from './current-session'

/**
 * What the person of this request has chosen for all their browsers. Of nobody, nothing; nor while the database is away,
 * so that a page which says so can still be made.
 */
export async function currentPreferences(): Promise<{ locale: string | null; theme: string | null }> {
  try {
    const session = await currentSession()
    return { locale: session?.viewer.locale ?? null, theme: session?.viewer.theme ?? null }
  } catch (error) {
    unstable_rethrow(error)
    return { locale: null, theme: null }
  }
}
