/** What opening a batch would mean, before it is opened. */
import { chosenItems, type Pool, type Taking } from './batches'
import type { ItemConditions } from './item-conditions'
import type { Tx } from './transaction'

export type BatchPreview = {
  items: number
  /** Active readers of the study in the pool. */
  readers: number
  /** Over the items: the fewest readers who have the item's language and no conflict of interest with it. */
  fewest: number | null
  /** Items with fewer such readers than readings wanted; they would never be finished. */
  short: number
}

/**
 * The same conditions as the claim's (`open_lanes`, `may_read`), counted per kind of item instead of per item. Does not know
 * who has declined an item before: declines have no name.
 */
export async function previewOf(
  tx: Tx,
  studyId: string,
  {
    filter,
    taking,
    pool,
    readersPerItem,
  }: { filter: ItemConditions; taking: Taking; pool: Pool; readersPerItem: number },
): Promise<BatchPreview> {
  const [row] = await tx.$queryRaw<BatchPreview[]>`
    with pool as materialized (
      select p.id, coalesce(f.languages, '{}') as languages from membership m
      join person p on p.id = m.person_id and p.deactivated_at is null left join profile f on f.person_id = p.id
      where m.study_id = ${studyId}::uuid and m.role = 'reader' and case when cardinality(${pool.people}::uuid[]) > 0 then p.id = any (${pool.people}::uuid[])
        else (cardinality(${pool.specialties}::text[]) = 0 or ${pool.specialties}::text[] && coalesce(f.specialties, '{}'))
          and (cardinality(${pool.languages}::text[]) = 0 or ${pool.languages}::text[] && coalesce(f.languages, '{}')) end),
    conflict as materialized (select c.* from conflict_of_interest c join pool on pool.id = c.person_id),
    kinds as (
      select i.language, s.source, a.author, count(*)::int as items from item i
      -- Only sources and authors that someone has a conflict with make a kind of their own.
      left join (select distinct value as source from conflict where kind = 'source') s on s.source = i.source
      left join (select distinct value as author from conflict where kind = 'person') a on a.author = i.tags ->> 'author'
      where i.id in (${chosenItems(studyId, filter, taking)}) group by 1, 2, 3),
    counted as (
      select k.items, (select count(*)::int from pool p
        where (k.language is null or cardinality(p.languages) = 0 or k.language = any (p.languages))
          and not exists (select from conflict c where c.person_id = p.id
            and ((c.kind = 'source' and c.value = k.source) or (c.kind = 'person' and c.value = k.author)))) as readers
      from kinds k)
    select coalesce(sum(items), 0)::int as items, (select count(*)::int from pool) as readers, min(readers) as fewest,
      coalesce(sum(items) filter (where readers < ${readersPerItem}), 0)::int as short
    from counted`
  return row ?? { items: 0, readers: 0, fewest: null, short: 0 }
}
