/**
 * The blinding statement of a release: computed from the audit trail, which is proved first, with every exception. What it
 * returns names no person. That it was looked for is on record.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { asSystem } from '@/lib/db/as-system'
import { chainHead, lastOpaqueLink } from '@/lib/db/audit-chain'
import { blindingFindings, gatherReadings } from '@/lib/db/blinding-findings'
import type { ChainHead } from '@/lib/releases/audit-links'
import { blindingClaim, blindingExceptions } from '@/lib/releases/blinding-exceptions'
import type { BlindingStatement } from '@/lib/releases/blinding-statement'
import { verifyAudit } from './verify-audit'

/** A statement names so many items a kind; the count says how many there are. */
const mostNamed = 1_000
const timeoutMs = 30 * 60_000

/** `opaque`: the last link up to `head` that cannot be followed without its event; the chain's start where every link can. */
export type StatedBlinding = { statement: BlindingStatement; head: ChainHead; opaque: ChainHead }

/** `proved`: whether the whole trail is verified too, as for a freeze; a preview trusts it. */
export async function stateBlinding(
  viewer: Viewer,
  studyId: string,
  itemIds: readonly string[],
  { proved }: { proved: boolean },
): Promise<StatedBlinding> {
  const proof = proved ? await verifyAudit(null, {}) : null
  return asSystem({ reason: 'blinding-checked', actor: viewer.personId, studyId, timeoutMs }, async (tx, note) => {
    const head = await chainHead(tx)
    if (!head) throw new Error('there is no audit trail')
    const at = proof?.head ?? { position: String(head.position), hash: Buffer.from(head.hash).toString('hex') }
    const checked = await gatherReadings(tx, studyId, itemIds)
    const found = await blindingFindings(tx, studyId)
    const exceptions = found.map(({ kind, items }) => ({
      kind,
      count: items.length,
      items: items.slice(0, mostNamed),
      sentence: blindingExceptions[kind],
    }))
    if (proof?.broken)
      exceptions.unshift({ kind: 'audit-trail-broken', count: 1, items: [], sentence: blindingExceptions['audit-trail-broken'] })
    note({ detail: { ...checked, exceptions: Object.fromEntries(exceptions.map(({ kind, count }) => [kind, count])) } })
    return {
      statement: { claim: blindingClaim, from: Math.min(1, Number(at.position)), to: Number(at.position), checked, exceptions },
      head: { position: Number(at.position), hash: at.hash },
      opaque: await lastOpaqueLink(tx, Number(at.position)),
    }
  })
}
