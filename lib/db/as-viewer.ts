/**
 * The door that people go through. Row security decides what the transaction sees; a query that forgets its `where`
 * shows nothing more than the person may see.
 */
import type { Viewer } from '@/lib/blinding/viewer'
import { inTransaction, type Tx } from './transaction'

export const asViewer = <T>(
  viewer: Pick<Viewer, 'personId'>,
  work: (tx: Tx) => Promise<T>,
  timeoutMs?: number,
): Promise<T> => inTransaction(viewer.personId, '', work, timeoutMs)
