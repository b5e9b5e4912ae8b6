/** Who holds which role in which study. */
import type { Role } from '@/lib/blinding/viewer'
import { Prisma } from './generated/client'
import type { SqlTx } from './sql-transaction'
import type { Tx } from './transaction'

/** A person's roles by study id, in the order they were given; archived studies keep theirs. */
export async function rolesOf(tx: SqlTx, personId: string): Promise<Record<string, Role[]>> {
  const rows = await tx.$queryRaw<{ studyId: string; role: Role }[]>`
    select study_id as "studyId", role::text as role from membership where person_id = ${personId}::uuid order by since, membership.role`
  return byStudy(rows.map(({ studyId, role }) => [studyId, role]))
}

export function byStudy(held: readonly (readonly [studyId: string, role: Role])[]): Record<string, Role[]> {
  const roles: Record<string, Role[]> = {}
  for (const [studyId, role] of held) (roles[studyId] ??= []).push(role)
  return roles
}

/** @returns whether the role is new to the person. */
export async function addMembership(tx: Tx, studyId: string, personId: string, role: Role): Promise<boolean> {
  const { count } = await tx.membership.createMany({ data: [{ studyId, personId, role }], skipDuplicates: true })
  return count > 0
}

/** @returns whether the person had the role. */
export async function removeMembership(tx: Tx, studyId: string, personId: string, role: Role): Promise<boolean> {
  const { count } = await tx.membership.deleteMany({ where: { studyId, personId, role } })
  return count > 0
}

/** A study's active admins, locked until the transaction ends, so that two of them cannot each remove the other. */
export async function lockAdmins(tx: Tx, studyId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select m.person_id as id from membership m join person p on p.id = m.person_id and p.deactivated_at is null
    where m.study_id = ${studyId}::uuid and m.role = 'admin' order by 1 for update of m`
  return rows.map(({ id }) => id)
}

export type Member = {
  personId: string
  name: string
  email: string
  deactivated: boolean
  roles: Role[]
  specialties: string[]
  languages: string[]
  /** A calendar day, `YYYY-MM-DD`. */
  licenceExpires: string | null
  yearsOfPractice: number | null
  conflicts: number
}

/** Those whose name or address holds what is looked for, in whichever characters either was typed; '' finds everyone. */
const found = (find: string): Prisma.Sql =>
  find === '' ? Prisma.sql`true` : Prisma.sql`position(normalize(lower(${find}), nfkc) in normalize(lower(p.name || ' ' || p.email), nfkc)) > 0`

/** A study's people with what decides which items they get; active ones first, by name. A window of them, or all. */
export const membersOf = (
  tx: Tx,
  studyId: string,
  { find, limit, offset }: { find: string; limit: number | null; offset: number } = { find: '', limit: null, offset: 0 },
): Promise<Member[]> => tx.$queryRaw<Member[]>`
  select p.id as "personId", p.name, p.email, p.deactivated_at is not null as deactivated, m.roles,
    coalesce(f.specialties, '{}') as specialties, coalesce(f.languages, '{}') as languages,
    to_char(f.licence_expires, 'YYYY-MM-DD') as "licenceExpires", f.years_of_practice as "yearsOfPractice",
    (select count(*) from conflict_of_interest c where c.person_id = p.id)::int as conflicts
  from (select person_id, array_agg(role::text order by role) as roles from membership where study_id = ${studyId}::uuid group by person_id) m
  join person p on p.id = m.person_id left join profile f on f.person_id = p.id where ${found(find)}
  order by p.deactivated_at is not null, lower(p.name), p.email limit ${limit} offset ${offset}`

export async function countMembers(tx: Tx, studyId: string, find: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select count(distinct p.id)::int as count from membership m join person p on p.id = m.person_id
    where m.study_id = ${studyId}::uuid and ${found(find)}`
  return row?.count ?? 0
}

/** Active readers and adjudicators whose licence has expired or does so within `days`, the first to expire first. */
export const licencesEnding = (tx: Tx, studyId: string, days: number): Promise<{ name: string }[]> => tx.$queryRaw`
  select p.name from person p join profile f on f.person_id = p.id
  where p.deactivated_at is null and f.licence_expires <= current_date + ${days}::int
    and exists (select from membership m where m.study_id = ${studyId}::uuid and m.person_id = p.id and m.role in ('reader', 'adjudicator'))
  order by f.licence_expires, lower(p.name)`

/** Active people whom the transaction sees and who have no role in the study yet. */
export const candidatesFor = (tx: Tx, studyId: string): Promise<{ personId: string; name: string; email: string }[]> =>
  tx.$queryRaw`
    select p.id as "personId", p.name, p.email from person p
    where p.deactivated_at is null and not exists (select from membership m where m.study_id = ${studyId}::uuid and m.person_id = p.id)
    order by lower(p.name), p.email limit 2000`
