/** Under which licences a study's items are, and how that changes for items that are there already: by statements, which name neither who made them nor when an item was read. */
import type { Tx } from './transaction'

export type LicenceGroup = {
  /** As it stands in the items; null: nothing is said. */
  licence: string | null
  items: number
  sources: number
  /** What an owner said of items that were there; the other items came with it. Newest first. */
  stated: { since: string; reason: string; items: number }[]
}

/** Of items that are not withdrawn, the most frequent first. */
export const licenceGroups = (tx: Tx, studyId: string): Promise<LicenceGroup[]> => tx.$queryRaw<LicenceGroup[]>`
  with said as (
    select i.licence, i.licence_statement_id as id, count(*)::int as items, array_agg(distinct i.source) as sources
    from item i where i.study_id = ${studyId}::uuid and i.stage <> 'withdrawn' group by 1, 2)
  select s.licence, sum(s.items)::int as items,
    (select count(distinct source)::int from said o, unnest(o.sources) source where o.licence is not distinct from s.licence) as sources,
    coalesce(jsonb_agg(jsonb_build_object('since', l.stated_at, 'reason', l.reason, 'items', s.items) order by l.stated_at desc) filter (where l.id is not null), '[]') as stated
  from said s left join licence_statement l on l.id = s.id group by s.licence order by 2 desc, s.licence nulls first`

export type LicencedItems = {
  /** As they stand in the items; null: nothing is said. */
  licences: readonly (string | null)[]
  /** Of this source alone; null: of any. */
  source: string | null
  /** These alone, by their own ids; null: any. */
  ids: readonly string[] | null
}

/**
 * A statement, and every item it is of under it. Items that say so already are left as they are. Needs the unblinded door and an owner
 * behind it: nobody else can make a statement. @returns how many items.
 */
export async function stateLicence(
  tx: Tx,
  { studyId, licence, reason, of }: { studyId: string; licence: string | null; reason: string; of: LicencedItems },
): Promise<{ statementId: string; items: number }> {
  // Not an insert's `returning`: see insertRelease.
  const [row] = await tx.$queryRaw<{ id: string }[]>`select gen_random_uuid() as id`
  if (!row) throw new Error('the database draws an id')
  await tx.$executeRaw`insert into licence_statement (id, study_id, licence, reason) values (${row.id}::uuid, ${studyId}::uuid, ${licence}, ${reason})`
  const named = of.licences.filter((each) => each !== null)
  const items = await tx.$executeRaw`
    with chosen as (
      select id from item where study_id = ${studyId}::uuid and stage <> 'withdrawn' and licence is distinct from ${licence}
        and (licence = any (${named}::text[]) or (licence is null and ${named.length < of.licences.length}))
        and (${of.source}::text is null or source = ${of.source}) and (${of.ids === null} or external_id = any (${of.ids ?? []}::text[]))
      order by id for no key update)
    update item i set licence = ${licence}, licence_statement_id = ${row.id}::uuid from chosen c where c.id = i.id`
  return { statementId: row.id, items }
}
