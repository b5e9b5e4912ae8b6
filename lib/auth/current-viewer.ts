import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { currentSession } from './current-session'

/** The person who asks; refuses when nobody is signed in. For pages, see viewer-or-sign-in. */
export async function currentViewer(): Promise<Viewer> {
  const session = await currentSession()
  if (!session) throw new Refusal('signed-out', 'signed-out')
  return session.viewer
}
