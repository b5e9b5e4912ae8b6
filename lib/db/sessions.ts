/** Sessions: one row a sign-in. A cookie is worth what its row says. */
import type { SqlTx } from './sql-transaction'
import type { Tx } from './transaction'

export async function openSession(
  tx: Tx,
  personId: string,
  /** `provedAtMs`: when the person showed who they are, in milliseconds since 1970, where that was before now. */
  from: { address: string | null; agent: string; provedAtMs?: number | null },
  lifetimeMs: number,
): Promise<string> {
  const now = Date.now()
  const { id } = await tx.session.create({
    data: {
      personId,
      agent: from.agent.slice(0, 400),
      address: from.address ?? '',
      provedAt: new Date(Math.min(now, from.provedAtMs ?? now)),
      expiresAt: new Date(now + lifetimeMs),
    },
    select: { id: true },
  })
  return id
}

export async function touchSession(tx: SqlTx, sessionId: string): Promise<void> {
  await tx.$executeRaw`update session set last_seen_at = now() where id = ${sessionId}::uuid`
}

/** Whether the person behind a session has shown who they are that short a time ago. */
export async function provedWithin(tx: SqlTx, sessionId: string, personId: string, ms: number): Promise<boolean> {
  const rows = await tx.$queryRaw<object[]>`
    select 1 from session where id = ${sessionId}::uuid and person_id = ${personId}::uuid and proved_at > now() - make_interval(secs => ${ms / 1000})`
  return rows.length > 0
}

/** @returns how many were still open. */
export async function revokeSessions(tx: Tx, personId: string, which: { only: string } | { allBut: string } | 'all'): Promise<number> {
  const only = which !== 'all' && 'only' in which ? which.only : null
  const spared = which !== 'all' && 'allBut' in which ? which.allBut : null
  return tx.$executeRaw`
    update session set revoked_at = now() where person_id = ${personId}::uuid and revoked_at is null
      and (${only}::uuid is null or id = ${only}::uuid) and (${spared}::uuid is null or id <> ${spared}::uuid)`
}

export type OpenSession = { id: string; agent: string; address: string; createdAt: Date; lastSeenAt: Date }

/** A person's open sessions, the latest seen first. */
export const openSessions = (tx: Tx, personId: string): Promise<OpenSession[]> =>
  tx.session.findMany({
    where: { personId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, agent: true, address: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: 'desc' },
    take: 200,
  })
