import type { Role } from '@/lib/blinding/viewer'
import type { Tx } from './transaction'

export type NamedMembership = { studyId: string; slug: string; name: string; archived: boolean; roles: Role[] }

/** A person's studies with their roles in each, running ones first, by name. */
export const namedMemberships = (tx: Tx, personId: string): Promise<NamedMembership[]> => tx.$queryRaw<NamedMembership[]>`
  select s.id as "studyId", s.slug, s.name, s.archived_at is not null as archived, array_agg(m.role::text order by m.role) as roles
  from membership m join study s on s.id = m.study_id where m.person_id = ${personId}::uuid
  group by s.id order by s.archived_at is not null, lower(s.name)`
