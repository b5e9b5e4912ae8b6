/** Who holds which role in which study. */
import type { Role } from '@/lib/blinding/viewer'
import type { Tx } from './transaction'

/** A person's roles by study id, in the order they were given; archived studies keep theirs. */
export async function rolesOf(tx: Tx, personId: string): Promise<Record<string, Role[]>> {
  const rows = await tx.membership.findMany({
    where: { personId },
    select: { studyId: true, role: true },
    orderBy: [{ since: 'asc' }, { role: 'asc' }],
  })
  const roles: Record<string, Role[]> = {}
  for (const { studyId, role } of rows) (roles[studyId] ??= []).push(role)
  return roles
}

/** @returns whether the role is new to the person. */
export async function addMembership(tx: Tx, studyId: string, personId: string, role: Role): Promise<boolean> {
  const { count } = await tx.membership.createMany({ data: [{ studyId, personId, role }], skipDuplicates: true })
  return count > 0
}
