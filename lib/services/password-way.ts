/**
 * What a person has to show for a new password: the one they have; or, where they have none because they sign in elsewhere, that
 * they have done so a moment ago.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { asViewerInSql } from '@/lib/db/as-viewer-in-sql'
import { viewerHasPassword } from '@/lib/db/credentials'
import { provedWithin } from '@/lib/db/sessions'
import { freshSignInMs } from './fresh-sign-in'

export type PasswordWay = 'old-password' | 'first' | 'sign-in-again'

export const passwordWay = (viewer: Viewer, { sessionId }: { sessionId: string }): Promise<PasswordWay> =>
  asViewerInSql(viewer, async (tx) => {
    const [has, fresh] = await Promise.all([viewerHasPassword(tx), provedWithin(tx, sessionId, viewer.personId, freshSignInMs)])
    return has ? 'old-password' : fresh ? 'first' : 'sign-in-again'
  })
