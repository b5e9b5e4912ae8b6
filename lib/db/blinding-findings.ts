/**
 * What the audit trail and the tables beside it say against the blinding of readings, for the unblinded door alone: who had
 * seen what before they handed in. Times are the trail's own. Each question is one query over all readings of the items.
 */
import type { BlindingException } from '@/lib/releases/blinding-exceptions'
import { isEarlierReading } from './earlier-readings'
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

/** Items by their own ids. */
export type BlindingFinding = { kind: BlindingException; items: string[] }
export type ReadingsLookedAt = { readings: number; items: number; readers: number }

/**
 * The readings that the verdicts in force stand on, those of earlier rounds among them that are still theirs to say: `at` is when the
 * trail says they were last handed in (a repeated sending changes nothing), null where it does not. Kept for the transaction, since eleven questions are asked of it.
 */
export async function gatherReadings(tx: Tx, studyId: string, itemIds: readonly string[]): Promise<ReadingsLookedAt> {
  await tx.$executeRaw`
    create temporary table released_reading on commit drop as
    select i.id as item_id, i.external_id, i.created_at, s.person_id, s.round, s.claimed_at, s.submitted_at, handed.at
    from unnest(${itemIds}::uuid[]) wanted (id) join item i on i.id = wanted.id and i.study_id = ${studyId}::uuid
    join seat s on s.item_id = i.id and s.submitted_at is not null and (s.round = i.round or (${Prisma.raw(isEarlierReading)}))
    left join lateral (select max(e.at) as at from audit_event e join audit_actor a on a.event_id = e.id
      where e.item_id = i.id and e.kind = 'judgment-submitted' and a.person_id = s.person_id and e.detail ->> 'seat' = s.id::text
        and not jsonb_exists(e.detail, 'repeated')) handed on true`
  await tx.$executeRaw`analyze released_reading`
  const [row] = await tx.$queryRaw<ReadingsLookedAt[]>`
    select count(*)::int as readings, count(distinct item_id)::int as items, count(distinct person_id)::int as readers from released_reading`
  return row!
}

/** `at` where the trail knows, else what the seat says. */
const handedIn = Prisma.sql`coalesce(r.at, r.submitted_at)`
const hadVerdictBefore = (moment: Prisma.Sql) =>
  Prisma.sql`exists (select from verdict v where v.item_id = r.item_id and v.decided_at < ${moment})`
const did = (kinds: readonly string[], that: Prisma.Sql) => Prisma.sql`exists (
  select from audit_event e join audit_actor a on a.event_id = e.id where a.person_id = r.person_id and e.kind = any (${kinds}::text[]) and e.at < ${handedIn} and ${that})`

export async function blindingFindings(tx: Tx, studyId: string): Promise<BlindingFinding[]> {
  const ofItem = Prisma.sql`e.item_id = r.item_id`
  const questions: [BlindingException, Prisma.Sql][] = [
    ['not-on-record', Prisma.sql`r.at is null`],
    ['adjudicated-before', did(['adjudication-claimed'], ofItem)],
    ['unsealed-before', did(['item-unsealed'], ofItem)],
    [
      'administered-after-verdict',
      Prisma.sql`${hadVerdictBefore(handedIn)} and exists (select from was_admin w where w.person_id = r.person_id and w.since < ${handedIn})`,
    ],
    [
      // Closed to them from then on.
      'asides-before',
      Prisma.sql`exists (select from audit_event e join was_admin w on w.person_id = r.person_id and w.since < r.claimed_at
        where e.item_id = r.item_id and e.kind in ('question-asked', 'seat-declined', 'adjudication-declined') and e.at < r.claimed_at
          and not exists (select from audit_actor a where a.event_id = e.id and a.person_id = r.person_id))`,
    ],
    [
      'read-again-after-verdict',
      Prisma.sql`r.round > 1 and ${hadVerdictBefore(handedIn)}
        and exists (select from seat s where s.item_id = r.item_id and s.person_id = r.person_id and s.round < r.round and s.submitted_at is not null)
        and (exists (select from study where id = ${studyId}::uuid and shows_verdicts)
          or exists (select from audit_event e where e.study_id = ${studyId}::uuid and e.kind = 'study-changed' and jsonb_exists(e.detail, 'showsVerdicts')))`,
    ],
    [
      'exported-before',
      did(
        ['verdicts-exported', 'readings-exported'],
        Prisma.sql`e.study_id = ${studyId}::uuid and ${hadVerdictBefore(Prisma.sql`e.at`)}`,
      ),
    ],
    [
      'downloaded-before',
      Prisma.sql`exists (select from download d join release_item ri on ri.release_id = d.release_id and ri.split = d.split and ri.record is not null
        where d.person_id = r.person_id and ri.item_id = r.item_id and d.at < ${handedIn})`,
    ],
    [
      'answered-about-before',
      Prisma.sql`exists (select from span_question_seen seen where seen.item_id = r.item_id and seen.person_id = r.person_id and seen.at < ${handedIn})`,
    ],
    [
      'imported-with-seal',
      Prisma.sql`exists (select from seal where seal.item_id = r.item_id) and exists (select from importer m where m.person_id = r.person_id and (m.finished_at = r.created_at
          or exists (select from seal_version v where v.item_id = r.item_id and v.replaced_at = m.finished_at and v.replaced_at < ${handedIn})))`,
    ],
  ]
  const found: BlindingFinding[] = []
  for (const [kind, condition] of questions) {
    const rows = await tx.$queryRaw<{ id: string }[]>`
      with was_admin as materialized (
        select person_id, since from admins_on_record(${studyId}::uuid)),
      importer as materialized (
        select person_id, finished_at from importers(${studyId}::uuid))
      select r.external_id as id from released_reading r where ${condition} group by 1 order by r.external_id collate "C"`
    if (rows.length) found.push({ kind, items: rows.map(({ id }) => id) })
  }
  return found
}
