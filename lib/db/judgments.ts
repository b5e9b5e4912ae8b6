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

/**
 * Enters a judgment, marks its seat and clears the reader's draft, in one statement. The item must be locked (lockSeat), so
 * that of two last submissions only the second finds none left.
 * @returns how many seats of the item's present round are still unsubmitted.
 */
export async function handIn(tx: SqlTx, judgment: NewJudgment, personId: string, activeMs: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ left: number }[]>`
    with entered as (
      insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
      values (${judgment.seatId}::uuid, ${judgment.itemId}::uuid, ${judgment.studyId}::uuid, ${judgment.protocolId}::uuid,
        ${judgment.revision}, ${judgment.clientId}::uuid, ${JSON.stringify(judgment.answer)}::jsonb)),
    marked as (update seat set submitted_at = clock_timestamp(), active_ms = ${activeMs} where id = ${judgment.seatId}::uuid),
    cleared as (delete from draft where person_id = ${personId}::uuid and item_id = ${judgment.itemId}::uuid)
    select count(*)::int as left from seat s join item i on i.id = s.item_id and i.round = s.round
    where s.item_id = ${judgment.itemId}::uuid and s.submitted_at is null and s.id <> ${judgment.seatId}::uuid`
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
