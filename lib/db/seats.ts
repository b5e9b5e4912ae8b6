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
    insert into seat (item_id, study_id, batch_id, round, letter, queue, lane)
    select i.id, i.study_id, i.batch_id, i.round, chr(64 + n), i.place, l.number
    from (select *, random() as place from item where batch_id = ${batchId}::uuid offset 0) i
    join batch b on b.id = i.batch_id
    join lane l on l.batch_id = i.batch_id and l.language is not distinct from i.language and l.specialty is not distinct from i.specialty
    cross join generate_series(1, b.readers_per_item) n`
  return opened
}

/** The next seat for a person, or null when nothing waits for them. `lease` in milliseconds. */
export async function claimSeat(
  tx: Tx,
  personId: string,
  studyId: string | null,
  leaseMs: number,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ seat: string | null }[]>`
    select claim_seat(${personId}::uuid, ${studyId}::uuid, make_interval(secs => ${leaseMs / 1000})) as seat`
  return row?.seat ?? null
}

export type SeatAtSubmission = {
  seatId: string
  itemId: string
  studyId: string
  submittedAt: Date | null
  /** Milliseconds since the submission; null before it. */
  submittedAgoMs: number | null
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
 */
export async function lockSeat(tx: Tx, seatId: string, personId: string): Promise<SeatAtSubmission | null> {
  const [row] = await tx.$queryRaw<SeatAtSubmission[]>`
    select s.id as "seatId", s.item_id as "itemId", s.study_id as "studyId", s.submitted_at as "submittedAt",
      (extract(epoch from clock_timestamp() - s.submitted_at) * 1000)::float as "submittedAgoMs",
      i.stage::text as stage, s.round = i.round as current, i.text, i.content, t.task, t.settings, t.policy::text as policy,
      (select count(*)::int from judgment j where j.seat_id = s.id) as revisions
    from seat s join item i on i.id = s.item_id join study t on t.id = s.study_id
    where s.id = ${seatId}::uuid and s.person_id = ${personId}::uuid for update of s, i for key share of t`
  return row ?? null
}

/** The seat is its reader's again, under a lease, as before the submission. */
export async function unmarkSubmitted(tx: Tx, seatId: string, leaseMs: number): Promise<void> {
  await tx.$executeRaw`update seat set submitted_at = null, lease_until = now() + make_interval(secs => ${leaseMs / 1000}) where id = ${seatId}::uuid`
}

/** Gives the seat back to the pool; with `declined` the person will not be offered the item again, in any role. */
export async function freeSeat(
  tx: Tx,
  seatId: string,
  itemId: string,
  personId: string,
  declined: boolean,
): Promise<void> {
  await tx.$executeRaw`update seat set person_id = null, hand_role = null, claimed_at = null, lease_until = null, active_ms = 0 where id = ${seatId}::uuid`
  await tx.$executeRaw`update hand set ended_at = now(), declined = ${declined} where item_id = ${itemId}::uuid and person_id = ${personId}::uuid`
}

/** Unsubmitted seats that the person holds in the study, oldest claim first, whether or not the lease still runs. */
export async function heldSeats(tx: Tx, personId: string, studyId: string | null): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select s.id from seat s join batch b on b.id = s.batch_id and b.state = 'open'
    where s.person_id = ${personId}::uuid and s.submitted_at is null and (${studyId}::uuid is null or s.study_id = ${studyId}::uuid)
    order by s.claimed_at`
  return rows.map(({ id }) => id)
}

/** Prolongs the viewer's own lease; null when the seat is no longer theirs. */
export async function renewSeat(tx: Tx, seatId: string, leaseMs: number): Promise<Date | null> {
  const [row] = await tx.$queryRaw<
    { until: Date | null }[]
  >`select renew_seat(${seatId}::uuid, make_interval(secs => ${leaseMs / 1000})) as until`
  return row?.until ?? null
}
