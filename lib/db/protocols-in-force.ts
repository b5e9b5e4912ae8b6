/** Published protocols as readings need them; the admins' side of protocols is in protocols.ts. */
import type { Tx } from './transaction'

export type ProtocolInForce = { id: string; number: number; guideline: string; form: unknown }

/** The study's newest published protocol, or null before the first. */
export async function newestProtocol(tx: Tx, studyId: string): Promise<ProtocolInForce | null> {
  const [row] = await tx.$queryRaw<ProtocolInForce[]>`
    select id, number, guideline, form from protocol where study_id = ${studyId}::uuid and number is not null order by number desc limit 1`
  return row ?? null
}

/** A published protocol of this very study, or null. */
export async function publishedProtocol(tx: Tx, studyId: string, protocolId: string): Promise<ProtocolInForce | null> {
  const [row] = await tx.$queryRaw<ProtocolInForce[]>`
    select id, number, guideline, form from protocol where id = ${protocolId}::uuid and study_id = ${studyId}::uuid and number is not null`
  return row ?? null
}
