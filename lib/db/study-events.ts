/** The audit trail of a study as its admins read it. The actor is there where row security shows it, and nowhere else. */
import { Prisma } from './generated/client'
import type { Tx } from './transaction'

export type StudyEvent = {
  id: string
  at: Date
  kind: string
  itemId: string | null
  externalId: string | null
  detail: Record<string, unknown>
  /** Names of what the detail has ids of, under the detail's own names; never beside an item, where a name would say who judges it. */
  named: Record<string, string>
  actor: string | null
}

export type EventWindow = {
  kinds: readonly string[]
  from: string | null
  to: string | null
  zone: string
  itemId: string | null
  before: string | null
  limit: number
}

/** Whatever else the trail of before holds there is no id. */
const idIn = (name: string) => Prisma.sql`case when p.detail ->> ${name} ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then (p.detail ->> ${name})::uuid end`

/** Newest first. `from` and `to`: calendar days of the zone, both included; `before`: the id of the event the page goes on from. */
export const eventsOf = (
  tx: Tx,
  studyId: string,
  { kinds, from, to, zone, itemId, before, limit }: EventWindow,
): Promise<StudyEvent[]> =>
  tx.$queryRaw<StudyEvent[]>`
    with page as materialized (
      select e.id, e.at, e.kind, e.item_id, e.detail from audit_event e
      where e.study_id = ${studyId}::uuid
        and (cardinality(${[...kinds]}::text[]) = 0 or e.kind = any (${[...kinds]}::text[]))
        and (${itemId}::uuid is null or e.item_id = ${itemId}::uuid)
        and (${from}::date is null or e.at >= (${from}::date::timestamp at time zone ${zone}))
        and (${to}::date is null or e.at < ((${to}::date + 1)::timestamp at time zone ${zone}))
        and (${before}::uuid is null or (e.at, e.id) < (select b.at, b.id from audit_event b where b.id = ${before}::uuid))
      order by e.at desc, e.id desc limit ${limit})
    select p.id, p.at, p.kind, p.item_id as "itemId", i.external_id as "externalId", p.detail, who.name as actor,
      case when p.item_id is null then jsonb_strip_nulls(jsonb_build_object(
        'personId', (select m.name from person m where m.id = ${idIn('personId')}), 'person', (select m.name from person m where m.id = ${idIn('person')}),
        'release', (select r.title from release r where r.id = ${idIn('release')}), 'submission', (select s.system from submission s where s.id = ${idIn('submission')})))
      else '{}' end as named
    from page p left join item i on i.id = p.item_id
    left join audit_actor a on a.event_id = p.id left join person who on who.id = a.person_id
    order by p.at desc, p.id desc`
