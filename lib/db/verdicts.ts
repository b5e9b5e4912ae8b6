/** Verdicts: each a new version, never a change. Which of them is in force says in-force.ts. */
import { Prisma } from './generated/client'
import { verdictInForce } from './in-force'
import type { SqlTx } from './sql-transaction'
import type { Tx } from './transaction'

export type NewVerdict = {
  itemId: string
  studyId: string
  protocolId: string
  source: 'consensus' | 'adjudication'
  /** null: the item is unusable. */
  answer: unknown
  rationale?: string
  cause?: string | null
  adjudicationId?: string
}

type Before = { version: number; last: { version: number; answer: unknown } | null }

/** What a verdict follows on (the item's next one, or `of` this version): its version, and the last one before it that stood and holds an answer. The item must be locked. */
export async function verdictsSoFar(tx: SqlTx, itemId: string, of: number | null = null): Promise<Before> {
  const [row] = await tx.$queryRaw<Before[]>`
    select n.version, (select jsonb_build_object('version', v.version, 'answer', v.answer) from verdict v
      where v.item_id = ${itemId}::uuid and v.version < n.version and v.usable and verdict_stood(v.id) order by v.version desc limit 1) as last
    from (select coalesce(${of}::int, max(version) + 1, 1) as version from verdict where item_id = ${itemId}::uuid) n`
  return row!
}

/** @returns the new verdict's version. */
export async function insertVerdict(tx: SqlTx, verdict: NewVerdict): Promise<number> {
  const answer = verdict.answer === null ? null : JSON.stringify(verdict.answer)
  const [row] = await tx.$queryRaw<{ version: number }[]>`
    insert into verdict (item_id, study_id, protocol_id, round, version, source, usable, answer, rationale, cause, adjudication_id)
    select ${verdict.itemId}::uuid, ${verdict.studyId}::uuid, ${verdict.protocolId}::uuid,
      (select round from item where id = ${verdict.itemId}::uuid), coalesce((select max(version) from verdict where item_id = ${verdict.itemId}::uuid), 0) + 1, ${verdict.source},
      ${answer !== null}, ${answer}::jsonb, ${verdict.rationale ?? ''}, ${verdict.cause ?? null}::cause, ${verdict.adjudicationId ?? null}::uuid
    returning version`
  return row!.version
}

/**
 * The consensus that the item was closed with never stood: one of its readers takes back what it was made of. What was left undecided has
 * none. False where an adjudicator has decided.
 */
export async function undoConsensus(tx: Pick<Tx, '$queryRaw'>, itemId: string): Promise<boolean> {
  const [standing] = await tx.$queryRaw<{ source: NewVerdict['source'] }[]>`
    with standing as (select v.id, v.source from verdict v join item i on i.id = v.item_id where i.id = ${itemId}::uuid and ${Prisma.raw(verdictInForce)}),
    undone as (insert into verdict_undone (verdict_id) select id from standing where source = 'consensus')
    select source from standing`
  return standing?.source !== 'adjudication'
}
