/** Judgments: added once, never changed. */
import type { SqlTx } from './sql-transaction'

export type NewJudgment = {
  seatId: string
  itemId: string
  studyId: string
  protocolId: string
  revision: number
  clientId: string
  answer: unknown
}

/** Enters a judgment, marks its seat and clears the reader's draft, in one statement. The item must be locked (lockSeat). */
export async function handIn(tx: SqlTx, judgment: NewJudgment, personId: string, activeMs: number): Promise<void> {
  await tx.$executeRaw`
    with entered as (
      insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
      values (${judgment.seatId}::uuid, ${judgment.itemId}::uuid, ${judgment.studyId}::uuid, ${judgment.protocolId}::uuid,
        ${judgment.revision}, ${judgment.clientId}::uuid, ${JSON.stringify(judgment.answer)}::jsonb)),
    marked as (update seat set submitted_at = clock_timestamp(), active_ms = ${activeMs} where id = ${judgment.seatId}::uuid),
    cleared as (delete from draft where person_id = ${personId}::uuid and item_id = ${judgment.itemId}::uuid)
    select`
}

/**
 * What stands in the other seats of the item's present round, by letter; null while any of them is unsubmitted. Asked after lockSeat,
 * in a statement of its own: it sees what was handed in while that waited for the item, so that of two last submissions only the
 * second finds the others whole.
 */
export async function othersWhole(tx: SqlTx, seatId: string): Promise<StandingJudgment[] | null> {
  const [row] = await tx.$queryRaw<{ others: StandingJudgment[] | null }[]>`
    with others as materialized (
      select s.id, s.letter, s.submitted_at from seat mine join item i on i.id = mine.item_id join seat s on s.item_id = i.id and s.round = i.round
      where mine.id = ${seatId}::uuid and s.id <> mine.id)
    select case when not exists (select from others where submitted_at is null) then (
      select coalesce(jsonb_agg(jsonb_build_object('letter', o.letter, 'answer', j.answer, 'protocolId', j.protocol_id, 'protocol', p.number) order by o.letter), '[]')
      from others o cross join lateral (select * from judgment where seat_id = o.id order by revision desc limit 1) j join protocol p on p.id = j.protocol_id
    ) end as others`
  if (!row) throw new Error('a condition has a row')
  return row.others
}

/** The seat that a submission made with this client id belongs to, if there is one. */
export async function seatOfClientId(tx: SqlTx, clientId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { seatId: string }[]
  >`select seat_id as "seatId" from judgment where client_id = ${clientId}::uuid`
  return row?.seatId ?? null
}

export type StandingJudgment = { letter: string; answer: unknown; protocolId: string; protocol: number }

/** What stands in the item's present round: the last revision of each submitted seat, by letter. */
export async function standingJudgments(tx: SqlTx, itemId: string): Promise<StandingJudgment[]> {
  return tx.$queryRaw<StandingJudgment[]>`
    select distinct on (s.letter) s.letter, j.answer, j.protocol_id as "protocolId", p.number as protocol
    from seat s join item i on i.id = s.item_id and i.round = s.round
    join judgment j on j.seat_id = s.id join protocol p on p.id = j.protocol_id
    where s.item_id = ${itemId}::uuid and s.submitted_at is not null
    order by s.letter, j.revision desc`
}
