/** Studies as those who run them see them. Row security shows a viewer their own studies; owners of the installation see all. */
import type { AdjudicationPolicy } from '@/lib/workflow/stage'
import { Prisma } from './generated/client'
import { isTold } from './told-stage'
import type { Tx } from './transaction'

export type StudyRow = {
  id: string
  slug: string
  name: string
  description: string
  task: string
  languages: string[]
  licence: string | null
  readersPerItem: number
  policy: AdjudicationPolicy
  settings: unknown
  showsVerdicts: boolean
  createdAt: Date
  archivedAt: Date | null
}

export type StudyFields = Omit<StudyRow, 'id' | 'task' | 'createdAt' | 'archivedAt'>

const columns = Prisma.sql`id, slug, name, description, task, languages, licence, readers_per_item as "readersPerItem", policy::text as policy,
  settings, shows_verdicts as "showsVerdicts", created_at as "createdAt", archived_at as "archivedAt"`

export async function studyBySlug(tx: Tx, slug: string): Promise<StudyRow | null> {
  const [row] = await tx.$queryRaw<StudyRow[]>`select ${columns} from study where slug = ${slug}`
  return row ?? null
}

export async function studyById(tx: Tx, id: string): Promise<StudyRow | null> {
  const [row] = await tx.$queryRaw<StudyRow[]>`select ${columns} from study where id = ${id}::uuid`
  return row ?? null
}

export async function taskOfStudy(tx: Tx, id: string): Promise<string> {
  const study = await tx.study.findUniqueOrThrow({ where: { id }, select: { task: true } })
  return study.task
}

export type StudySummary = Pick<StudyRow, 'id' | 'slug' | 'name' | 'task' | 'languages' | 'archivedAt'> & {
  items: number
  pool: number
  reading: number
  adjudicating: number
  closed: number
  /** The newest published protocol; null before the first. */
  protocol: number | null
}

/** The given studies with how many of their items stand where, by name, archived ones last. */
export async function studySummaries(tx: Tx, studyIds: readonly string[]): Promise<StudySummary[]> {
  return tx.$queryRaw<StudySummary[]>`
    select s.id, s.slug, s.name, s.task, s.languages, s.archived_at as "archivedAt", p.number as protocol,
      coalesce(n.items, 0) as items, coalesce(n.pool, 0) as pool, coalesce(n.reading, 0) as reading,
      coalesce(n.adjudicating, 0) as adjudicating, coalesce(n.closed, 0) as closed
    from study s
    left join lateral (select max(number) as number from protocol where study_id = s.id) p on true
    left join (
      select study_id, count(*)::int as items, (count(*) filter (where stage = 'pool'))::int as pool,
        (count(*) filter (where ${isTold('reading')}))::int as reading,
        (count(*) filter (where ${isTold('adjudicating')}))::int as adjudicating,
        (count(*) filter (where ${isTold('closed')}))::int as closed
      from item i where study_id = any (${studyIds}::uuid[]) and stage <> 'withdrawn' group by study_id) n on n.study_id = s.id
    where s.id = any (${studyIds}::uuid[])
    order by s.archived_at is not null, s.name`
}

/** Names alone, of every study of the installation: what an owner knows of studies they have no role in. */
export async function studyNames(tx: Tx): Promise<Pick<StudyRow, 'id' | 'name' | 'archivedAt'>[]> {
  return tx.study.findMany({ select: { id: true, name: true, archivedAt: true }, orderBy: { name: 'asc' } })
}

/** The slugs in use among those that begin like this one. */
export async function slugsLike(tx: Tx, stem: string): Promise<string[]> {
  const rows = await tx.study.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } })
  return rows.map(({ slug }) => slug)
}

export async function insertStudy(tx: Tx, study: StudyFields & { task: string }): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    insert into study (slug, name, description, task, languages, licence, readers_per_item, policy, settings, shows_verdicts)
    values (${study.slug}, ${study.name}, ${study.description}, ${study.task}, ${study.languages}::text[], ${study.licence},
      ${study.readersPerItem}, ${study.policy}::adjudication_policy, ${JSON.stringify(study.settings)}::jsonb, ${study.showsVerdicts})
    returning id`
  if (!row) throw new Error('an inserted study has an id')
  return row.id
}

export async function updateStudy(tx: Tx, id: string, study: Omit<StudyFields, 'slug'>): Promise<void> {
  await tx.$executeRaw`
    update study set name = ${study.name}, description = ${study.description}, languages = ${study.languages}::text[],
      licence = ${study.licence}, readers_per_item = ${study.readersPerItem}, policy = ${study.policy}::adjudication_policy,
      settings = ${JSON.stringify(study.settings)}::jsonb, shows_verdicts = ${study.showsVerdicts}
    where id = ${id}::uuid`
}

/**
 * Locks the study's row, so that two changes of its settings come one after the other, and after the submissions under way:
 * each of those holds the study by `for key share` (lockSeat). Those that come meanwhile wait, and then see the new settings.
 */
export async function lockStudy(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select id from study where id = ${id}::uuid for update`
}

export async function setArchived(tx: Tx, id: string, archived: boolean): Promise<void> {
  await tx.$executeRaw`update study set archived_at = case when ${archived} then now() end where id = ${id}::uuid`
}

/** Readings ever submitted in the study; counted without names, so an admin may know. */
export async function submissionsIn(tx: Tx, id: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ count: number }[]>`
    select coalesce(sum(submissions), 0)::int as count from study_submissions_per_day(${id}::uuid, 'UTC')`
  return row?.count ?? 0
}
