/** Who sends a token, as they stand now. Counted against the token's rate before anything else is done for it. */
import { isTokenScope, type TokenScope } from '@/lib/blinding/token-scopes'
import type { Viewer } from '@/lib/blinding/viewer'
import { bearerOf } from '@/lib/db/access-tokens'
import { countAttempt } from '@/lib/db/rate-limits'
import { hashOfToken } from './token-secret'
import { viewerOfPerson } from './viewer-of-person'

export type Bearer = { viewer: Viewer; scopes: readonly TokenScope[] }

/** Null when it is unknown, malformed, expired, revoked, or its person is deactivated: from outside these are one. */
export async function findBearer(secret: string): Promise<Bearer | null> {
  const hash = hashOfToken(secret)
  const found = hash && (await bearerOf(hash))
  if (!found) return null
  await countAttempt('token', found.tokenId)
  const viewer = await viewerOfPerson(found.personId)
  return viewer && { viewer, scopes: found.scopes.filter(isTokenScope) }
}
