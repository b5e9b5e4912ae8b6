/** Items judged under an old protocol, going back to readers. Needs the unblinded door: it looks at whose judgments count. */
import type { Stage } from '@/lib/workflow/stage'
import { Prisma } from './generated/client'
import { judgmentInForce } from './in-force'
import type { Tx } from './transaction'

/** Items with a judgment that counts today and was given under this very protocol. */
export async function itemsUnder(tx: Tx, studyId: string, protocolId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct i.id from judgment j join seat s on s.id = j.seat_id join item i on i.id = j.item_id and i.round = s.round
    where j.study_id = ${studyId}::uuid and j.protocol_id = ${protocolId}::uuid and s.submitted_at is not null
      and i.stage in ('reading', 'adjudicating', 'closed')
      and ${Prisma.raw(judgmentInForce)}`
  return rows.map(({ id }) => id)
}

/** Locks the items' seats and then the items (the order a submission takes them in), and says where each item stands. */
export async function lockForReopening(tx: Tx, itemIds: readonly string[]): Promise<{ id: string; stage: Stage }[]> {
  await tx.$queryRaw`select s.id from seat s where s.item_id = any (${itemIds}::uuid[]) order by s.id for update`
  return tx.$queryRaw<{ id: string; stage: Stage }[]>`
    select id, stage::text as stage from item where id = any (${itemIds}::uuid[]) order by id for update`
}

/** A batch for the next round: room for as many readings as any of the items had; the pool is theirs if they share one. */
export async function insertReopeningBatch(tx: Tx, studyId: string, name: string, itemIds: readonly string[]): Promise<string> {
  const [batch] = await tx.$queryRaw<{ id: string }[]>`
    insert into batch (study_id, name, readers_per_item, priority)
    select ${studyId}::uuid, ${name}, max(b.readers_per_item), max(b.priority)
    from item i join batch b on b.id = i.batch_id where i.id = any (${itemIds}::uuid[]) returning id`
  if (!batch) throw new Error('an inserted batch has an id')
  await tx.$executeRaw`
    insert into batch_pool (batch_id, people, specialties, languages)
    select ${batch.id}::uuid, coalesce(p.people, '{}'), coalesce(p.specialties, '{}'), coalesce(p.languages, '{}')
    from (select case when count(distinct batch_id) = 1 then min(batch_id::text)::uuid end as id from item where id = any (${itemIds}::uuid[])) shared
    left join batch_pool p on p.batch_id = shared.id`
  await tx.$executeRaw`
    insert into lane (batch_id, number, language, specialty)
    select ${batch.id}::uuid, row_number() over (order by language, specialty), language, specialty
    from (select distinct language, specialty from item where id = any (${itemIds}::uuid[])) lanes`
  return batch.id
}

/**
 * Starts the next round of the items in the batch. Seats not yet submitted move along with whoever holds them; for the
 * letters that were submitted there are new seats, open to everyone who may read. Earlier judgments stay as history.
 */
export async function startNextRound(tx: Tx, batchId: string, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    with closed as (
      update adjudication set settled_at = now(), lease_until = null
      where item_id = any (${itemIds}::uuid[]) and settled_at is null returning item_id, person_id),
    gone as (delete from draft d using closed c where d.item_id = c.item_id and d.person_id = c.person_id)
    update hand h set ended_at = now() from closed c where h.item_id = c.item_id and h.person_id = c.person_id`
  // What was begun to be asked again is asked no more, and its sides are those of the round before.
  await tx.$executeRaw`
    delete from draft d using repeat_reading r, seat s
    where r.item_id = any (${itemIds}::uuid[]) and r.handed_in_at is null and s.id = r.seat_id and d.item_id = r.item_id and d.person_id = s.person_id`
  await tx.$executeRaw`
    insert into seat (item_id, study_id, batch_id, round, letter, queue, lane)
    select s.item_id, s.study_id, ${batchId}::uuid, i.round + 1, s.letter, p.place, l.number
    from seat s join item i on i.id = s.item_id and i.round = s.round
    join (select id, random() as place from item where id = any (${itemIds}::uuid[]) offset 0) p on p.id = i.id
    join lane l on l.batch_id = ${batchId}::uuid and l.language is not distinct from i.language and l.specialty is not distinct from i.specialty
    where s.submitted_at is not null`
  await tx.$executeRaw`
    update seat s set round = i.round + 1, batch_id = ${batchId}::uuid, lane = l.number
    from item i join lane l on l.batch_id = ${batchId}::uuid and l.language is not distinct from i.language and l.specialty is not distinct from i.specialty
    where i.id = s.item_id and i.id = any (${itemIds}::uuid[]) and s.round = i.round and s.submitted_at is null`
  await tx.$executeRaw`
    update item set round = round + 1, stage = 'reading', staged_at = now(), batch_id = ${batchId}::uuid where id = any (${itemIds}::uuid[])`
}
