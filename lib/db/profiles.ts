/** What a physician says of themselves, and whose items they must not read. */
import type { Tx } from './transaction'

export type Profile = {
  specialties: string[]
  languages: string[]
  licence: string
  /** A calendar day, `YYYY-MM-DD`. */
  licenceExpires: string | null
  yearsOfPractice: number | null
}
export type Conflict = { kind: 'source' | 'person'; value: string; note: string }

const dayOf = (date: Date | null): string | null => date && date.toISOString().slice(0, 10)

export async function profileOf(tx: Tx, personId: string): Promise<Profile> {
  const row = await tx.profile.findUnique({
    where: { personId },
    select: { specialties: true, languages: true, licence: true, licenceExpires: true, yearsOfPractice: true },
  })
  if (!row) return { specialties: [], languages: [], licence: '', licenceExpires: null, yearsOfPractice: null }
  return { ...row, licenceExpires: dayOf(row.licenceExpires) }
}

export async function saveProfile(tx: Tx, personId: string, profile: Profile): Promise<void> {
  const data = { ...profile, licenceExpires: profile.licenceExpires === null ? null : new Date(`${profile.licenceExpires}T00:00:00Z`) }
  await tx.profile.upsert({ where: { personId }, create: { personId, ...data }, update: data, select: { personId: true } })
}

export async function conflictsOf(tx: Tx, personId: string): Promise<Conflict[]> {
  const rows = await tx.conflictOfInterest.findMany({
    where: { personId },
    select: { kind: true, value: true, note: true },
    orderBy: [{ kind: 'desc' }, { value: 'asc' }],
  })
  return rows.map(({ kind, ...rest }) => ({ kind: kind === 'source' ? 'source' : 'person', ...rest }))
}

/** Puts these in the place of all the person's former ones. */
export async function saveConflicts(tx: Tx, personId: string, conflicts: readonly Conflict[]): Promise<void> {
  await tx.conflictOfInterest.deleteMany({ where: { personId } })
  await tx.conflictOfInterest.createMany({ data: conflicts.map((conflict) => ({ personId, ...conflict })) })
}
