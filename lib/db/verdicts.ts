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

/** What the item's next verdict follows on: its version, and the last one that holds an answer. The item must be locked. */
export async function verdictsSoFar(tx: SqlTx, itemId: string): Promise<{ next: number; last: { version: number; answer: unknown } | null }> {
  const [row] = await tx.$queryRaw<{ next: number; last: { version: number; answer: unknown } | null }[]>`
    select coalesce(max(version), 0) + 1 as next,
      (select jsonb_build_object('version', v.version, 'answer', v.answer) from verdict v where v.item_id = ${itemId}::uuid and v.usable order by v.version desc limit 1) as last
    from verdict where item_id = ${itemId}::uuid`
  return row!
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

/** The consensus in force never stood: one of its readers takes back what it was made of. False where an adjudicator has decided. */
export async function undoConsensus(tx: Pick<SqlTx, '$executeRaw'>, itemId: string): Promise<boolean> {
  const undone = await tx.$executeRaw`
    insert into verdict_undone (verdict_id) select v.id from verdict v
    where v.item_id = ${itemId}::uuid and v.source = 'consensus' and not exists (select from verdict later where later.item_id = v.item_id and later.version > v.version)
    on conflict do nothing`
  return undone > 0
}
