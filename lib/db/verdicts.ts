/** Verdicts: each a new version, never a change; the highest is in force. */
import type { SqlTx } from './sql-transaction'

export type NewVerdict = {
  itemId: string
  studyId: string
  protocolId: string
  source: 'consensus' | 'adjudication'
  /** null: the item is unusable. */
  answer: unknown
  rationale?: string
  cause?: string
  adjudicationId?: string
}

/** @returns the new verdict's version. */
export async function insertVerdict(tx: SqlTx, verdict: NewVerdict): Promise<number> {
  const answer = verdict.answer === null ? null : JSON.stringify(verdict.answer)
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    insert into verdict (item_id, study_id, protocol_id, version, source, usable, answer, rationale, cause, adjudication_id)
    select ${verdict.itemId}::uuid, ${verdict.studyId}::uuid, ${verdict.protocolId}::uuid,
      coalesce((select max(version) from verdict where item_id = ${verdict.itemId}::uuid), 0) + 1, ${verdict.source},
      ${answer !== null}, ${answer}::jsonb, ${verdict.rationale ?? ''}, ${verdict.cause ?? null}::cause, ${verdict.adjudicationId ?? null}::uuid
    returning version`
  return row!.version
}
