/** Published protocols as readings need them; the admins' side of protocols is in protocols.ts. */
import type { SqlTx } from './sql-transaction'

export type ProtocolInForce = { id: string; number: number; guideline: string; form: unknown }

/** The study's newest published protocol, or null before the first. */
export async function newestProtocol(tx: SqlTx, studyId: string): Promise<ProtocolInForce | null> {
  const [row] = await tx.$queryRaw<ProtocolInForce[]>`
    select id, number, guideline, form from protocol where study_id = ${studyId}::uuid and number is not null order by number desc limit 1`
  return row ?? null
}

/** Form and number of a published protocol of the study that a seat is in, or null. `outdated`: what is read there is read under a newer one. */
export async function formForSeat(tx: SqlTx, seatId: string, protocolId: string): Promise<{ form: unknown; number: number; outdated: boolean } | null> {
  const [row] = await tx.$queryRaw<{ form: unknown; number: number; outdated: boolean }[]>`
    select p.form, p.number, coalesce(p.number < b.least_protocol, false) as outdated from protocol p join seat s on s.study_id = p.study_id join batch b on b.id = s.batch_id
    where p.id = ${protocolId}::uuid and s.id = ${seatId}::uuid and p.number is not null`
  return row ?? null
}

/** A published protocol of this very study, or null. */
export async function publishedProtocol(tx: SqlTx, studyId: string, protocolId: string): Promise<ProtocolInForce | null> {
  const [row] = await tx.$queryRaw<ProtocolInForce[]>`
    select id, number, guideline, form from protocol where id = ${protocolId}::uuid and study_id = ${studyId}::uuid and number is not null`
  return row ?? null
}
