/** Items judged under an old protocol, going back to readers. Needs the unblinded door: it looks at whose judgments count. */
import { Prisma } from './generated/client'
import { judgmentInForce } from './in-force'
import type { Tx } from './transaction'

/** Items with a judgment that counts today and was given under this very protocol; `among`: no others. */
export async function itemsUnder(tx: Tx, studyId: string, protocolId: string, among: readonly string[] | null = null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select distinct i.id from judgment j join seat s on s.id = j.seat_id join item i on i.id = j.item_id and i.round = s.round
    where j.study_id = ${studyId}::uuid and j.protocol_id = ${protocolId}::uuid and s.submitted_at is not null
      and i.stage in ('reading', 'adjudicating', 'closed') ${among ? Prisma.sql`and j.item_id = any (${among}::uuid[])` : Prisma.empty}
      and ${Prisma.raw(judgmentInForce)}`
  return rows.map(({ id }) => id)
}

/**
 * The batch that items are read in once more: with room for as many readings as any of them had, and for their pool if they share
 * one; no reading in it is taken under an older protocol than today's newest. Where there is one of this id already, it is that one.
 */
export async function nextBatch(tx: Tx, { id, studyId, name }: { id: string; studyId: string; name: string }, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    insert into batch (id, study_id, name, readers_per_item, priority, least_protocol)
    select ${id}::uuid, ${studyId}::uuid, ${name}, max(b.readers_per_item), max(b.priority), (select max(number) from protocol where study_id = ${studyId}::uuid)
    from batch b where b.id in (select batch_id from item where id = any (${itemIds}::uuid[]))
    on conflict (id) do nothing`
  await tx.$executeRaw`
    insert into batch_pool (batch_id, people, specialties, languages)
    select ${id}::uuid, coalesce(p.people, '{}'), coalesce(p.specialties, '{}'), coalesce(p.languages, '{}')
    from (select case when count(distinct batch_id) = 1 then min(batch_id::text)::uuid end as id from item where id = any (${itemIds}::uuid[])) shared
    left join batch_pool p on p.batch_id = shared.id
    on conflict (batch_id) do nothing`
}

/**
 * Sends items to readers once more, in such a batch. Seats not yet submitted move along with whoever holds them; for the letters that were
 * submitted there are new seats, open to everyone who may read, but where others suffice not to those who were shown the verdict. Earlier judgments stay as history. The items stand in a table that the
 * planner knows: a list of them, looked through once for each seat, takes the square of their number.
 */
export async function startNextRound(tx: Tx, batchId: string, itemIds: readonly string[]): Promise<void> {
  await tx.$executeRaw`
    create temporary table read_again on commit drop as
    select i.id, i.round, i.language, i.specialty, random() as place from item i where i.id = any (${itemIds}::uuid[])`
  await tx.$executeRaw`analyze read_again`
  await tx.$executeRaw`
    insert into lane (batch_id, number, language, specialty)
    select ${batchId}::uuid, (select coalesce(max(number), 0) from lane where batch_id = ${batchId}::uuid) + row_number() over (order by language, specialty), language, specialty
    from (select distinct language, specialty from read_again) a
    where not exists (select from lane l where l.batch_id = ${batchId}::uuid and l.language is not distinct from a.language and l.specialty is not distinct from a.specialty)`
  await endRound(tx)
  await tx.$executeRaw`
    update seat s set round = a.round + 1, batch_id = ${batchId}::uuid, lane = l.number
    from read_again a join lane l on l.batch_id = ${batchId}::uuid and l.language is not distinct from a.language and l.specialty is not distinct from a.specialty
    where s.item_id = a.id and s.round = a.round and s.submitted_at is null`
  await tx.$executeRaw`
    insert into seat (item_id, study_id, batch_id, round, letter, queue, lane)
    select s.item_id, s.study_id, ${batchId}::uuid, a.round + 1, s.letter, a.place, l.number
    from read_again a join seat s on s.item_id = a.id and s.round = a.round
    join lane l on l.batch_id = ${batchId}::uuid and l.language is not distinct from a.language and l.specialty is not distinct from a.specialty
    where s.submitted_at is not null`
  await tx.$executeRaw`
    update item i set round = i.round + 1, stage = 'reading', staged_at = now(), batch_id = ${batchId}::uuid from read_again a where i.id = a.id`
  await tx.$queryRaw`select keep_from_shown(${batchId}::uuid, ${itemIds}::uuid[])`
}

/** Where fewer others are left than seats are free, an item is for those too who were shown its verdict, or it would wait for nobody. */
export const liftShownWhereNeeded = async (tx: Tx): Promise<void> => void (await tx.$queryRaw`select lift_shown_where_needed()`)

/** Disputes end, and what was written at them stays with whoever wrote it; what was begun to be asked again is asked no more, for its sides are those of the round that ends. */
async function endRound(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    with closed as (
      update adjudication d set settled_at = now(), lease_until = null from read_again a
      where d.item_id = a.id and d.settled_at is null returning d.item_id, d.person_id)
    update hand h set ended_at = now(), ended_by = 'admins' from closed c where h.item_id = c.item_id and h.person_id = c.person_id`
  await tx.$executeRaw`
    delete from draft d using read_again a, repeat_reading r, seat s
    where r.item_id = a.id and r.handed_in_at is null and s.id = r.seat_id and d.item_id = r.item_id and d.person_id = s.person_id`
}
