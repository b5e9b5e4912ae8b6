/** Links that set a new password. A link holds the secret, here is only its hash. Needs the unblinded door throughout. */
import { hashOfToken } from './invitations'
import type { Tx } from './transaction'

/** Whether somebody may set a person's password; `makerId` null: the installation itself. The rule is the database's. */
export async function mayReset(tx: Tx, makerId: string | null, personId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ may: boolean }[]>`select may_reset(${makerId}::uuid, ${personId}::uuid) as may`
  return row?.may === true
}

/** A new link for a person; the one before it, if it was never used, stops working. */
export async function addReset(
  tx: Tx,
  token: string,
  reset: { personId: string; madeBy: string | null; expiresAt: Date },
): Promise<string> {
  await tx.$executeRaw`update password_reset set ended_at = now() where person_id = ${reset.personId}::uuid and ended_at is null`
  const { id } = await tx.passwordReset.create({ data: { ...reset, tokenHash: hashOfToken(token) }, select: { id: true } })
  return id
}

export type OpenReset = { id: string; personId: string; name: string; email: string; expiresAt: Date }

/**
 * The link's person while it holds; locked, so that one link is used once. Whoever made it must still have the right: else
 * an admin could make a link, see its person become an owner, and be that owner.
 */
export async function lockReset(tx: Tx, token: string): Promise<OpenReset | null> {
  const [row] = await tx.$queryRaw<OpenReset[]>`
    select r.id, p.id as "personId", p.name, p.email, r.expires_at as "expiresAt"
    from password_reset r join person p on p.id = r.person_id
    where r.token_hash = ${hashOfToken(token)} and r.ended_at is null and r.expires_at > now() and may_reset(r.made_by, r.person_id)
    for update of r, p`
  return row ?? null
}

/** Ends every link of the person: with a new password, none of them is needed any more. */
export async function endResets(tx: Tx, personId: string): Promise<void> {
  await tx.$executeRaw`update password_reset set ended_at = now() where person_id = ${personId}::uuid and ended_at is null`
}
