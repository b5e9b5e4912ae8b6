/** People: who they are and whether they are active. What they know and hold is in profiles.ts and memberships.ts. */
import type { Tx } from './transaction'

const card = { id: true, name: true, email: true, owner: true, locale: true, deactivatedAt: true } as const
export type PersonCard = { id: string; name: string; email: string; owner: boolean; locale: string | null; deactivatedAt: Date | null }

export const personById = (tx: Tx, personId: string): Promise<PersonCard | null> =>
  tx.person.findUnique({ where: { id: personId }, select: card })

/** `email` in lower case. */
export const personByEmail = (tx: Tx, email: string): Promise<PersonCard | null> =>
  tx.person.findUnique({ where: { email }, select: card })

export async function createPerson(tx: Tx, person: { name: string; email: string; owner: boolean; locale: string | null }): Promise<string> {
  const { id } = await tx.person.create({ data: { ...person, profile: { create: {} } }, select: { id: true } })
  return id
}

export async function setOwner(tx: Tx, personId: string, owner: boolean): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { owner }, select: { id: true } })
}

export async function setDeactivated(tx: Tx, personId: string, deactivatedAt: Date | null): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { deactivatedAt }, select: { id: true } })
}

export async function setPreference(tx: Tx, personId: string, preference: { locale: string } | { theme: string }): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: preference, select: { id: true } })
}

export async function setName(tx: Tx, personId: string, name: string): Promise<void> {
  await tx.person.update({ where: { id: personId }, data: { name }, select: { id: true } })
}

/** Active owners, locked until the transaction ends, so that two of them cannot each remove the other. */
export async function lockActiveOwners(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from person where owner and deactivated_at is null order by id for update`
  return rows.map(({ id }) => id)
}

export type PersonRow = PersonCard & { createdAt: Date; studies: number }

/** Everyone whom the transaction may see, active ones first, by name. */
export const everyone = (tx: Tx): Promise<PersonRow[]> => tx.$queryRaw<PersonRow[]>`
  select p.id, p.name, p.email, p.owner, p.locale, p.deactivated_at as "deactivatedAt", p.created_at as "createdAt",
    (select count(distinct m.study_id) from membership m where m.person_id = p.id)::int as studies
  from person p order by p.deactivated_at is not null, lower(p.name), p.email`
