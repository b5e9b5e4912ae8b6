/**
 * The audit trail's hash chain, read as it stands and recomputed here, not by the database that is on trial. Keeps only one
 * page in memory. Must never repair anything.
 */
import { createHash } from 'node:crypto'
import type { Tx } from './transaction'

/** One link and the event it seals; `event` null when the event is gone. */
export type ChainLink = { position: bigint; hash: Uint8Array; eventId: string; event: string | null }
export type ChainHead = { position: bigint; hash: Uint8Array }

const pageSize = 5_000

/** The hash before the first link; the migration that made the chain says the same. */
export const genesis = (): Uint8Array => createHash('sha256').update('doubleread').digest()

export const nextHash = (previous: Uint8Array, line: string): Uint8Array =>
  createHash('sha256').update(previous).update(line).digest()

export async function chainHead(tx: Tx): Promise<ChainHead | null> {
  const head = await tx.auditHead.findUnique({ where: { id: 1 }, select: { position: true, hash: true } })
  return head
}

/** Every link up to a position, in order. The line is put together from the columns; the database's own audit_line is not asked. */
export async function* chainLinks(tx: Tx, upTo: bigint): AsyncGenerator<ChainLink> {
  for (let after = 0n; ;) {
    const page = await tx.$queryRaw<ChainLink[]>`
      select l.position, l.hash, l.event_id::text as "eventId",
        case when e.id is not null then concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind,
          coalesce(e.study_id::text, ''), coalesce(e.item_id::text, ''), coalesce(a.person_id::text, ''), e.detail::text) end as event
      from audit_link l left join audit_event e on e.id = l.event_id left join audit_actor a on a.event_id = e.id
      where l.position > ${after} and l.position <= ${upTo} order by l.position limit ${pageSize}`
    yield* page
    const last = page.at(-1)
    if (!last || page.length < pageSize) return
    after = last.position
  }
}

/** Events that no link seals: none, unless the trigger was taken away for a while. */
export async function unlinkedEvents(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select e.id::text from audit_event e left join audit_link l on l.event_id = e.id where l.event_id is null order by e.at limit 10`
  return rows.map(({ id }) => id)
}
