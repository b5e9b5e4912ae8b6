/**
 * The unblinded door, for use cases that must see everyone: a closed list of reasons, each use one audit event. Only the
 * services named in .dependency-cruiser.cjs may import it, and what they return must be fit for the person who asked.
 */
import type { SystemReason } from '@/lib/blinding/system-reasons'
import { recordEvent } from './audit-events'
import { inTransaction, type Tx } from './transaction'

export type SystemUse = {
  reason: SystemReason
  /** Who is acting; null before anyone is signed in. */
  actor: string | null
  studyId?: string | null
  itemId?: string | null
  timeoutMs?: number
}

/** What turned out during the work: fields that the audit event shall carry. Later calls add to earlier ones. */
export type Note = (found: {
  studyId?: string
  itemId?: string
  actor?: string
  detail?: Record<string, unknown>
  reason?: SystemReason
}) => void

export const asSystem = <T>(use: SystemUse, work: (tx: Tx, note: Note) => Promise<T>): Promise<T> =>
  inTransaction(
    use.actor,
    use.reason,
    async (tx) => {
      const event = {
        kind: use.reason,
        actor: use.actor,
        studyId: use.studyId ?? null,
        itemId: use.itemId ?? null,
        detail: {} as Record<string, unknown>,
      }
      const done = await work(tx, (found) => {
        if (found.reason) event.kind = found.reason
        if (found.actor) event.actor = found.actor
        if (found.studyId) event.studyId = found.studyId
        if (found.itemId) event.itemId = found.itemId
        Object.assign(event.detail, found.detail)
      })
      await recordEvent(tx, event)
      return done
    },
    use.timeoutMs,
  )
