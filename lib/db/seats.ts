/** Seats and their leases. The race for a seat is decided by the database function `claim_seat`, and nowhere else. */
import type { Tx } from './transaction'

/**
 * Opens items for reading: puts them in the batch, makes its lanes, and k seats for each. The seats of one item share a
 * random place in the queue; which letter is claimed first is chance too, so a letter says nothing about order.
 * @returns how many items were opened; items that are not in the pool of this study are left alone.
 */
export async function openSeats(tx: Tx, batchId: string, itemIds: string[] | 'all-in-pool'): Promise<number> {
  const chosen = itemIds === 'all-in-pool' ? null : itemIds
  const opened = await tx.$executeRaw`
    update item i set batch_id = b.id, stage = 'reading', staged_at = now() from batch b
    where b.id = ${batchId}::uuid and i.study_id = b.study_id and i.stage = 'pool' and (${chosen}::uuid[] is null or i.id = any (${chosen}::uuid[]))`
  await tx.$executeRaw`
    insert into lane (batch_id, number, language, specialty)
    select ${batchId}::uuid, row_number() over (order by language, specialty), language, specialty
    from (select distinct language, specialty from item where batch_id = ${batchId}::uuid) lanes`
  await tx.$executeRaw`
    insert into seat (item_id, study_id, batch_id, letter, queue, lane)
    select i.id, i.study_id, i.batch_id, chr(64 + n), i.place, l.number
    from (select *, random() as place from item where batch_id = ${batchId}::uuid offset 0) i
    join batch b on b.id = i.batch_id
    join lane l on l.batch_id = i.batch_id and l.language is not distinct from i.language and l.specialty is not distinct from i.specialty
    cross join generate_series(1, b.readers_per_item) n`
  return opened
}

/** The next seat for a person, or null when nothing waits for them. `lease` in milliseconds. */
export async function claimSeat(tx: Tx, personId: string, studyId: string | null, leaseMs: number): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ seat: string | null }[]>`
    select claim_seat(${personId}::uuid, ${studyId}::uuid, make_interval(secs => ${leaseMs / 1000})) as seat`
  return row?.seat ?? null
}
