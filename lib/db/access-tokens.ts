/** Personal access tokens. Only a token's SHA-256 is here; the beginning of it is kept so that people can tell theirs apart. */
import type { TokenScope } from '@/lib/blinding/token-scopes'
import { inTransaction, type Tx } from './transaction'

export type TokenRow = {
  id: string
  name: string
  prefix: string
  scopes: TokenScope[]
  createdAt: Date
  expiresAt: Date
  lastUsedAt: Date | null
}

export async function insertToken(
  tx: Tx,
  token: { personId: string; name: string; prefix: string; hash: Uint8Array<ArrayBuffer>; scopes: readonly TokenScope[]; expiresAt: Date },
): Promise<string> {
  const { hash, scopes, ...rest } = token
  const { id } = await tx.accessToken.create({ data: { ...rest, tokenHash: hash, scopes: [...scopes] }, select: { id: true } })
  return id
}

/** A person's tokens that can be used, or could be until a short while ago; newest first. */
export const tokensOf = (tx: Tx, personId: string): Promise<TokenRow[]> => tx.$queryRaw<TokenRow[]>`
  select id, name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt"
  from access_token where person_id = ${personId}::uuid and revoked_at is null and expires_at > now() - interval '30 days'
  order by created_at desc, id limit 200`

/** Locks the person, so that two requests cannot each make the last token allowed. */
export async function countTokens(tx: Tx, personId: string): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${personId}, 4))`
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(*)::int as count from access_token where person_id = ${personId}::uuid and revoked_at is null and expires_at > now()`
  return row?.count ?? 0
}

/** @returns how many were still good. */
export async function revokeTokens(tx: Tx, personId: string, which: { only: string } | 'all'): Promise<number> {
  const only = which === 'all' ? null : which.only
  return tx.$executeRaw`
    update access_token set revoked_at = now()
    where person_id = ${personId}::uuid and revoked_at is null and expires_at > now() and (${only}::uuid is null or id = ${only}::uuid)`
}

/** Who stands behind a token, before there is a viewer; null when it is unknown, expired, revoked or its person deactivated. */
export const bearerOf = (hash: Uint8Array): Promise<{ tokenId: string; personId: string; scopes: string[] } | null> =>
  inTransaction(null, '', async (tx) => {
    const [row] = await tx.$queryRaw<{ tokenId: string; personId: string; scopes: string[] }[]>`
      select token_id as "tokenId", person_id as "personId", scopes from token_bearer(${hash})`
    return row ?? null
  })
