/** What opening a batch would mean, before it is opened. */
import { chosenItems, type Pool, type Taking } from './batches'
import type { ItemConditions } from './item-conditions'
import type { Tx } from './transaction'

export type BatchPreview = {
  items: number
  /** Active readers of the study in the pool. */
  readers: number
  /** Over the items: the fewest readers who could be given one. */
  fewest: number | null
  /** Items with fewer such readers than readings wanted; they would never be finished. */
  short: number
  /** Specialties of the items that no reader of the pool has: such items are nobody's first, and go to whoever is free. */
  unfamiliar: string[]
}

/** Asks what the claim asks (`pool_readers`, `reads_language`, `stands_between`), but for who has declined an item before: declines have no name. */
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
    with pool as materialized (select * from pool_readers(${studyId}::uuid, ${pool.people}::uuid[], ${pool.specialties}::text[], ${pool.languages}::text[])),
    chosen as materialized (${chosenItems(studyId, filter, taking)}),
    counted as (select * from eligible_readers(${studyId}::uuid, array(select id from chosen), ${pool.people}::uuid[], ${pool.specialties}::text[], ${pool.languages}::text[]))
    select count(*)::int as items, (select count(*)::int from pool) as readers, min(readers) as fewest,
      (count(*) filter (where readers < ${readersPerItem}))::int as short,
      array(select distinct i.specialty from item i where i.id in (select id from chosen) and i.specialty is not null
        and not exists (select from pool p where i.specialty collate word_alike = any (p.specialties)) order by 1) as unfamiliar
    from counted`
  return row ?? { items: 0, readers: 0, fewest: null, short: 0, unfamiliar: [] }
}
