/** Judgments: added once, never changed. */
import type { Tx } from './transaction'

export type NewJudgment = {
  seatId: string
  itemId: string
  studyId: string
  protocolId: string
  revision: number
  clientId: string
  answer: unknown
}

export async function insertJudgment(tx: Tx, judgment: NewJudgment): Promise<void> {
  await tx.$executeRaw`
    insert into judgment (seat_id, item_id, study_id, protocol_id, revision, client_id, answer)
    values (${judgment.seatId}::uuid, ${judgment.itemId}::uuid, ${judgment.studyId}::uuid, ${judgment.protocolId}::uuid,
      ${judgment.revision}, ${judgment.clientId}::uuid, ${JSON.stringify(judgment.answer)}::jsonb)`
}

/** The seat that a submission made with this client id belongs to, if there is one. */
export async function seatOfClientId(tx: Tx, clientId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<
    { seatId: string }[]
  >`select seat_id as "seatId" from judgment where client_id = ${clientId}::uuid`
  return row?.seatId ?? null
}

export type StandingJudgment = { letter: string; answer: unknown; protocolId: string; protocol: number }

/** What stands in the item's present round: the last revision of each submitted seat, by letter. */
export async function standingJudgments(tx: Tx, itemId: string): Promise<StandingJudgment[]> {
  return tx.$queryRaw<StandingJudgment[]>`
    select distinct on (s.letter) s.letter, j.answer, j.protocol_id as "protocolId", p.number as protocol
    from seat s join item i on i.id = s.item_id and i.round = s.round
    join judgment j on j.seat_id = s.id join protocol p on p.id = j.protocol_id
    where s.item_id = ${itemId}::uuid and s.submitted_at is not null
    order by s.letter, j.revision desc`
}
