/**
 * Who asks, for what programs may ask too: the bearer of a token, or the person whose session the cookie names. A token
 * speaks for itself; a cookie is sent by any page's doing, so a request that changes something must then come from ours.
 */
import { currentViewer } from '@/lib/auth/current-viewer'
import type { TokenScope } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import { Refusal } from '@/lib/errors'
import { findBearer } from '@/lib/services/find-bearer'
import { refuseForeign } from './refuse-foreign'

export type Asking = {
  viewer: Viewer
  /** Throws where the token was not made for this; a session is good for all its person may do. */
  admit: (scope: TokenScope) => void
}

/** Once a token is named, it alone counts: a wrong one is not made up for by a cookie. */
export async function askingOf(request: Request): Promise<Asking> {
  const authorization = request.headers.get('authorization')
  const inAddress = [...new URL(request.url).searchParams].some(([name, value]) => name === 'access_token' || value.startsWith('dr_'))
  if (inAddress) throw new Refusal('invalid', 'token-in-address')
  if (authorization === null) {
    refuseForeign(request)
    return { viewer: await currentViewer(), admit: () => {} }
  }
  const bearer = await findBearer(/^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? '')
  if (!bearer) throw new Refusal('signed-out', 'token-invalid')
  const admit = (scope: TokenScope) => {
    if (!bearer.scopes.includes(scope)) throw new Refusal('out-of-scope', 'out-of-scope', { scope })
  }
  return { viewer: bearer.viewer, admit }
}

export async function viewerOfRequest(request: Request, scope: TokenScope): Promise<Viewer> {
  const { viewer, admit } = await askingOf(request)
  admit(scope)
  return viewer
}
