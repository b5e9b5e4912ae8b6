/** Password hashes. Only the unblinded door shows them, and they never leave the service that asked. */
import type { SqlTx } from './sql-transaction'
import type { Tx } from './transaction'

export type Account = { personId: string; passwordHash: string | null; deactivatedAt: Date | null }

/** The account of an e-mail address in lower case; without a hash when it was never given a password. */
export async function credentialByEmail(tx: Tx, email: string): Promise<Account | null> {
  const [row] = await tx.$queryRaw<Account[]>`
    select p.id as "personId", c.password_hash as "passwordHash", p.deactivated_at as "deactivatedAt"
    from person p left join credential c on c.person_id = p.id where p.email = ${email}`
  return row ?? null
}

export async function passwordHashOf(tx: Tx, personId: string): Promise<string | null> {
  const row = await tx.credential.findUnique({ where: { personId }, select: { passwordHash: true } })
  return row?.passwordHash ?? null
}

/** For whoever asks of themselves; nobody is shown a hash. */
export async function viewerHasPassword(tx: SqlTx): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ has: boolean }[]>`select viewer_has_password() as has`
  return row?.has ?? false
}

export async function setPasswordHash(tx: Tx, personId: string, passwordHash: string): Promise<void> {
  const now = new Date()
  await tx.credential.upsert({
    where: { personId },
    create: { personId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now },
  })
}
