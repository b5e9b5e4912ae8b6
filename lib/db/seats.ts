/** Seats and their leases. The race for a seat is decided by the database function `claim_seat`, and nowhere else. */
import type { SqlTx } from './sql-transaction'

/**
 * Opens items for reading: puts them in the batch, makes its lanes, and k seats for each. The seats of one item share a
 * random place in the queue; which letter is claimed first is chance too, so a letter says nothing about order.
 * @returns how many items were opened; items that are not in the pool of this study are left alone.
 */
export async function openSeats(tx: SqlTx, batchId: string, itemIds: string[] | 'all-in-pool'): Promise<number> {
  const chosen = itemIds === 'all-in-pool' ? null : itemIds
  const opened = await tx.$executeRaw`
    update item i set batch_id = b.id, stage = 'reading', staged_at = now() from batch b
    where b.id = ${batchId}::uuid and i.study_id = b.study_id and i.stage = 'pool' and (${chosen}::uuid[] is null or i.id = any (${chosen}::uuid[]))`
  await tx.$executeRaw`
    insert into lane (batch_id, number, language, specialty)
    select ${batchId}::uuid, row_number() over (order by language, specialty), language, specialty
    from (select distinct language, specialty from item where batch_id = ${batchId}::uuid) lanes`
  await tx.$executeRaw`
    insert into seat (item_id, study_id, batch_id, round, letter, queue, lane)
    select i.id, i.study_id, i.batch_id, i.round, chr(64 + n), i.place, l.number
    from (select *, random() as place from item where batch_id = ${batchId}::uuid offset 0) i
    join batch b on b.id = i.batch_id
    join lane l on l.batch_id = i.batch_id and l.language is not distinct from i.language and l.specialty is not distinct from i.specialty
    cross join generate_series(1, b.readers_per_item) n`
  // What has been read before is for others than those who were shown what came of it.
  await tx.$executeRaw`
    select keep_from_shown(${batchId}::uuid, again.items) from (select array_agg(id) as items from item where batch_id = ${batchId}::uuid and round > 1) again where again.items is not null`
  return opened
}

/**
 * The viewer's next seat, or null when no seat waits: what is ripe to be asked again, what they hold and do not know of, else one of the
 * pool. The transaction remembers it (`app.taken_seat`), so that what is sent along with this can speak of it.
 */
export async function takeSeat(
  tx: SqlTx,
  wanted: { studyId: string | null; beyond: string[]; mostHeld: number; leaseMs: number },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ seat: string | null }[]>`
    select set_config('app.taken_seat', coalesce(take_repeat(${wanted.studyId}::uuid, ${wanted.beyond}::uuid[], true, make_interval(secs => ${wanted.leaseMs / 1000})),
      take_seat(${wanted.studyId}::uuid, ${wanted.beyond}::uuid[], ${wanted.mostHeld}::int, make_interval(secs => ${wanted.leaseMs / 1000})))::text, true) as seat`
  return row?.seat || null
}

export type SeatAtSubmission = {
  seatId: string
  itemId: string
  studyId: string
  letter: string
  submittedAt: Date | null
  /** Milliseconds since the submission; null before it. */
  submittedAgoMs: number | null
  /** How long it was worked at when it was handed in. */
  activeMs: number
  stage: 'pool' | 'reading' | 'adjudicating' | 'closed' | 'withdrawn'
  current: boolean
  revisions: number
  text: string
  content: unknown
  task: string
  settings: unknown
  policy: 'on-disagreement' | 'always' | 'never'
}

/**
 * Locks a person's seat and then its item (in this order everywhere), so that the item's submissions come one by one; and
 * its study against a change of settings (lockStudy), so that no judgment is taken under settings that change meanwhile.
 * The keys of seat and item stay unlocked: no claim or draft, which only refer to them, waits for a submission's commit.
 */
export async function lockSeat(tx: SqlTx, seatId: string, personId: string): Promise<SeatAtSubmission | null> {
  const [row] = await tx.$queryRaw<SeatAtSubmission[]>`
    select s.id as "seatId", s.item_id as "itemId", s.study_id as "studyId", s.letter, s.submitted_at as "submittedAt",
      (extract(epoch from clock_timestamp() - s.submitted_at) * 1000)::float as "submittedAgoMs", s.active_ms as "activeMs",
      i.stage::text as stage, s.round = i.round as current, i.text, i.content, t.task, t.settings, t.policy::text as policy,
      (select count(*)::int from judgment j where j.seat_id = s.id) as revisions
    from seat s join item i on i.id = s.item_id join study t on t.id = s.study_id
    where s.id = ${seatId}::uuid and s.person_id = ${personId}::uuid for no key update of s, i for key share of t`
  return row ?? null
}

/** The seat is its reader's again, under a lease, as before the submission. */
export async function unmarkSubmitted(tx: SqlTx, seatId: string, leaseMs: number): Promise<void> {
  await tx.$executeRaw`update seat set submitted_at = null, lease_until = now() + make_interval(secs => ${leaseMs / 1000}) where id = ${seatId}::uuid`
}

/** Gives the seat back to the pool; the person will not be offered the item again, in any role. */
export async function freeSeat(tx: SqlTx, seatId: string, itemId: string, personId: string): Promise<void> {
  await tx.$executeRaw`update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0 where id = ${seatId}::uuid`
  await tx.$executeRaw`update hand set ended_at = now(), declined = true where item_id = ${itemId}::uuid and person_id = ${personId}::uuid`
}

/**
 * Frees what lapsed a day ago, so that others are given it first; until then its reader finds it where they left it, unless somebody has
 * come by. Paused batches keep what was begun in them.
 * @returns how many were freed.
 */
export const freeLapsedSeats = async (tx: SqlTx): Promise<number> => tx.$executeRaw`
  with lapsed as (
    select s.id, s.item_id, s.person_id from person p
    cross join lateral (select * from seat where person_id = p.id and submitted_at is null and lease_until < now() - interval '1 day') s
    join batch b on b.id = s.batch_id and b.state = 'open' order by s.id),
  freed as (
    update seat s set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0 from lapsed l
    where s.id = l.id and s.person_id = l.person_id and s.submitted_at is null and s.lease_until < now() - interval '1 day'
    returning l.item_id, l.person_id)
  update hand h set ended_at = now() from freed f where h.item_id = f.item_id and h.person_id = f.person_id`

/** Prolongs the viewer's own lease; null when the seat is no longer theirs. What is asked again has one of its own, though nobody else can have it. */
export async function renewSeat(tx: SqlTx, seatId: string, leaseMs: number): Promise<Date | null> {
  const [row] = await tx.$queryRaw<
    { until: Date | null }[]
  >`select coalesce(renew_seat(${seatId}::uuid, make_interval(secs => ${leaseMs / 1000})), renew_repeat(${seatId}::uuid, make_interval(secs => ${leaseMs / 1000}))) as until`
  return row?.until ?? null
}
