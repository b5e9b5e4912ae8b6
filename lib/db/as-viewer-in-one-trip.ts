/**
 * The door for what happens at every request: like as-viewer-in-sql, with the opening, all that is asked and the commit in
 * one round trip. So everything is asked for before the answer to anything; a statement asked for later is refused.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { inOneTrip, type SqlTx } from './sql-transaction'

export const asViewerInOneTrip = <T>(viewer: Pick<Viewer, 'personId'>, ask: (tx: SqlTx) => Promise<T>): Promise<T> =>
  inOneTrip(viewer.personId, ask)
