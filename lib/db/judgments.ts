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
 * How many other seats of the item's present round are still unsubmitted. Asked after lockSeat, in a statement of its own: it sees
 * what was handed in while that waited for the item, so that of two last submissions only the second finds none left.
 */
export async function othersLeft(tx: SqlTx, seatId: string): Promise<number> {
  const [row] = await tx.$queryRaw<{ left: number }[]>`
    select count(*)::int as left from seat mine join item i on i.id = mine.item_id join seat s on s.item_id = i.id and s.round = i.round
    where mine.id = ${seatId}::uuid and s.submitted_at is null and s.id <> mine.id`
  if (!row) throw new Error('a count has a row')
  return row.left
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
