/**
 * The unblinded door, for use cases that must see everyone: a closed list of reasons, each use one audit event. Only the
 * services named in .dependency-cruiser.cjs may import it, and what they return must be fit for the person who asked.
 */
import type { EventDetail } from '@/lib/blinding/event-facts'
import type { SystemReason } from '@/lib/blinding/system-reasons'
import { systemEvent } from './system-event'
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
  detail?: EventDetail
  reason?: SystemReason
}) => void

export function asSystem<T>(use: SystemUse, work: (tx: Tx, note: Note) => Promise<T>): Promise<T> {
  const { note, record } = systemEvent(use)
  return inTransaction(
    use.actor,
    use.reason,
    async (tx) => {
      const done = await work(tx, note)
      await record(tx)
      return done
    },
    use.timeoutMs,
  )
}
