import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Viewer } from '@/lib/blinding/viewer'
import { paths } from '@/lib/web/paths'
import { currentSession } from './current-session'
import { ownPath } from './own-path'

/** For pages: the person who asks, or the way to the sign-in page and back here. */
export async function viewerOrSignIn(): Promise<Viewer> {
  const session = await currentSession()
  if (session) return session.viewer
  const here = ownPath((await headers()).get('x-path'))
  redirect(paths.signIn(here === paths.home() ? undefined : here))
}
