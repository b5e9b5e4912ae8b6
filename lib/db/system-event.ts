/** The one audit event of one opening of the unblinded door, as it is known when the work is done. */
import { recordEvent, type NewEvent } from './audit-events'
import type { Note, SystemUse } from './as-system'
import type { SqlTx } from './sql-transaction'

export function systemEvent(use: SystemUse): { note: Note; record: (tx: SqlTx) => Promise<void> } {
  const event: NewEvent = {
    kind: use.reason,
    actor: use.actor,
    studyId: use.studyId ?? null,
    itemId: use.itemId ?? null,
    detail: {},
  }
  const note: Note = (found) => {
    if (found.reason) event.kind = found.reason
    if (found.actor) event.actor = found.actor
    if (found.studyId) event.studyId = found.studyId
    if (found.itemId) event.itemId = found.itemId
    Object.assign(event.detail, found.detail)
  }
  return { note, record: (tx) => recordEvent(tx, event) }
}
