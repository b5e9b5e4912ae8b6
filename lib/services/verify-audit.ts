/**
 * Proves that the audit trail is the one that was written: every link follows from the one before and from its event, no
 * position is missing, the head is the last link, no event stands outside. Names the first link that breaks.
 */
import { z } from 'zod'
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { chainHead, chainLinks, nextHash, sealOf, unlinkedEvents, type ChainHead } from '@/lib/db/audit-chain'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'
import { chainStart } from '@/lib/releases/audit-links'

export const verifyAuditInput = z.object({
  /** A head that was noted earlier, `position:hash`: the chain must still hold it, or its end was cut off and written anew. */
  noted: z
    .string()
    .regex(/^\d{1,18}:[0-9a-f]{64}$/, 'key:invalid')
    .optional(),
})

export type AuditBreak = {
  position: string
  eventId: string | null
  problem:
    | 'hash-differs'
    | 'event-missing'
    | 'position-missing'
    | 'head-differs'
    | 'head-missing'
    | 'event-unlinked'
    | 'noted-head-differs'
}
export type AuditProof = {
  ok: boolean
  links: number
  head: { position: string; hash: string } | null
  broken: AuditBreak | null
}

const timeoutMs = 60 * 60_000

/** `viewer` null: the installation itself, from its command line. */
export async function verifyAudit(
  viewer: Viewer | null,
  { noted }: z.output<typeof verifyAuditInput>,
): Promise<AuditProof> {
  if (viewer && !viewer.owner) throw new Refusal('not-found', 'not-found')
  return asSystem({ reason: 'audit-verified', actor: viewer?.personId ?? null, timeoutMs }, async (tx, note) => {
    const head = await chainHead(tx)
    const { links, broken } = await firstBreak(tx, head, noted)
    const shown = head && { position: String(head.position), hash: hex(head.hash) }
    note({ detail: { ok: !broken, links, head: shown, ...(broken ? { broken } : {}) } })
    return { ok: !broken, links, head: shown, broken }
  })
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

async function firstBreak(
  tx: Tx,
  head: ChainHead | null,
  noted: string | undefined,
): Promise<{ links: number; broken: AuditBreak | null }> {
  const [notedPosition, notedHash] = noted?.split(':') ?? []
  let links = 0
  let at = 0n
  let hash: Uint8Array = Buffer.from(chainStart.hash, 'hex')
  const broken = (problem: AuditBreak['problem'], position = at, eventId: string | null = null) => ({
    links,
    broken: { position: String(position), eventId, problem },
  })

  if (!head) return broken('head-missing')
  for await (const link of chainLinks(tx, head.position)) {
    at += 1n
    if (link.position !== at) return broken('position-missing')
    if (link.event === null) return broken('event-missing', at, link.eventId)
    const seal = sealOf(link.event)
    hash = nextHash(hash, link.eventHash ? seal : link.event)
    if (hex(hash) !== hex(link.hash) || (link.eventHash && hex(link.eventHash) !== hex(seal)))
      return broken('hash-differs', at, link.eventId)
    if (notedPosition === String(at) && notedHash !== hex(hash)) return broken('noted-head-differs', at, link.eventId)
    links += 1
  }
  if (at !== head.position) return broken('position-missing', at + 1n)
  if (hex(hash) !== hex(head.hash)) return broken('head-differs')
  if (notedPosition !== undefined && BigInt(notedPosition) > at) return broken('noted-head-differs')
  const [unlinked] = await unlinkedEvents(tx)
  return unlinked ? broken('event-unlinked', at, unlinked) : { links, broken: null }
}
