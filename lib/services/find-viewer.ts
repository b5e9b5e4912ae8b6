import type { Viewer } from '@/lib/blinding/viewer'
import { asViewer } from '@/lib/db/as-viewer'
import { rolesOf } from '@/lib/db/memberships'
import { liveSession, touchSession } from '@/lib/db/sessions'

/** How old `last seen` may be: written rarely, since every request comes through here. */
const staleMs = 5 * 60 * 1000

/** Who is signed in, and what they have chosen for every browser of theirs. */
export type SignedIn = Viewer & { readonly locale: string | null; readonly theme: string | null }

/** The viewer behind a session; null when it was revoked, has expired, is someone else's, or its person is deactivated. */
export const findViewer = (claim: { personId: string; sessionId: string }): Promise<SignedIn | null> =>
  asViewer(claim, async (tx) => {
    const session = await liveSession(tx, claim.sessionId, claim.personId)
    if (!session) return null
    if (Date.now() - session.lastSeenAt.getTime() > staleMs) await touchSession(tx, claim.sessionId)
    const { owner, locale, theme } = session
    return { personId: claim.personId, owner, locale, theme, roles: await rolesOf(tx, claim.personId) }
  })
