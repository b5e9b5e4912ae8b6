/**
 * The audit trail's hash chain, read as it stands and recomputed here, not by the database that is on trial. Keeps only one
 * page in memory. Must never repair anything.
 */
import { createHash } from 'node:crypto'
import { chainStart, type ChainHead as NamedHead } from '@/lib/releases/audit-links'
import type { Tx } from './transaction'

/** One link and the event it seals; `event` null when the event is gone, `eventHash` in links that hash the event itself. */
export type ChainLink = { position: bigint; hash: Uint8Array; eventHash: Uint8Array | null; eventId: string; event: string | null }
export type ChainHead = { position: bigint; hash: Uint8Array }

const pageSize = 5_000

export const sealOf = (line: string): Uint8Array => createHash('sha256').update(line).digest()

/** `sealed`: the hash of the event, or in links from before events had one, the event. */
export const nextHash = (previous: Uint8Array, sealed: string | Uint8Array): Uint8Array =>
  createHash('sha256').update(previous).update(sealed).digest()

export async function chainHead(tx: Tx): Promise<ChainHead | null> {
  const head = await tx.auditHead.findUnique({ where: { id: 1 }, select: { position: true, hash: true } })
  return head
}

/** Every link up to a position, in order. The line is put together from the columns; the database's own audit_line is not asked. */
export async function* chainLinks(tx: Tx, upTo: bigint): AsyncGenerator<ChainLink> {
  for (let after = 0n; ;) {
    const page = await tx.$queryRaw<ChainLink[]>`
      select l.position, l.hash, l.event_hash as "eventHash", l.event_id::text as "eventId",
        case when e.id is not null then concat_ws('|', e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), e.kind,
          coalesce(e.study_id::text, ''), coalesce(e.item_id::text, ''), coalesce(a.person_id::text, ''), e.detail::text, a.salt) end as event
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

/** The last link up to a position that nobody can follow without its event; the chain's start where there is none. */
export async function lastOpaqueLink(tx: Tx, upTo: number): Promise<NamedHead> {
  const [row] = await tx.$queryRaw<NamedHead[]>`
    select position::float8 as position, encode(hash, 'hex') as hash from audit_link where event_hash is null and position <= ${upTo}
    order by position desc limit 1`
  return row ?? chainStart
}

/** One cell a row: a link after `from` up to `to`, the hash of its event and its own, in hexadecimal. */
export const linksQuery = (from: number, to: number): string => `
  select encode(event_hash || hash, 'hex') from audit_link where position > ${Math.trunc(from)} and position <= ${Math.trunc(to)} order by position`
