import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { byStudy } from '@/lib/db/memberships'
import { touchSession } from '@/lib/db/sessions'
import { viewerOfSession } from '@/lib/db/viewer-of-session'

/** How old `last seen` may be: written rarely, since every request comes through here. */
const staleMs = 5 * 60 * 1000

/** Who is signed in, and what they have chosen for every browser of theirs. */
export type SignedIn = Viewer & { readonly locale: string | null; readonly theme: string | null }

/** The viewer behind a session; null when it was revoked, has expired, is someone else's, or its person is deactivated. */
export async function findViewer(claim: { personId: string; sessionId: string }): Promise<SignedIn | null> {
  const { personId, sessionId } = claim
  const session = await viewerOfSession(sessionId, personId)
  if (!session) return null
  if (Date.now() - session.lastSeenAt.getTime() > staleMs)
    await asViewer(claim, (tx) => touchSession(tx, sessionId))
  const { owner, locale, theme } = session
  return { personId, owner, locale, theme, roles: byStudy(session.roles) }
}
