/** The unblinded door for what readers do all day: like as-system, in plain SQL; its audit event travels with the commit. */
import type { Note, SystemUse } from './as-system'
import { inSqlTransaction, type SqlTx } from './sql-transaction'
import { systemEvent } from './system-event'

export function asSystemInSql<T>(use: Omit<SystemUse, 'timeoutMs'>, work: (tx: SqlTx, note: Note) => Promise<T>): Promise<T> {
  const { note, record } = systemEvent(use)
  return inSqlTransaction(use.actor, use.reason, (tx) => work(tx, note), record)
}
