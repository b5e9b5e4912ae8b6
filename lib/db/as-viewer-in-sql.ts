/** The door for what readers do all day: like as-viewer, in plain SQL. Row security decides what the statements see. */
import type { Viewer } from '@/lib/blinding/viewer'
import { inSqlTransaction, type SqlTx } from './sql-transaction'

export const asViewerInSql = <T>(viewer: Pick<Viewer, 'personId'>, work: (tx: SqlTx) => Promise<T>): Promise<T> =>
  inSqlTransaction(viewer.personId, '', work)
