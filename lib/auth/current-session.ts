import { cache } from 'react'
import { findViewer, type SignedIn } from '@/lib/services/find-viewer'
import { claimedSession } from './session-cookie'

export type CurrentSession = { viewer: SignedIn; sessionId: string }

/** Who asks in this request, as the database knows it now; asked once a request. Null: nobody, or no longer. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const claim = await claimedSession()
  const viewer = claim && (await findViewer(claim))
  return viewer ? { viewer, sessionId: claim.sessionId } : null
})
