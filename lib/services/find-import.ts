/** An import of a study that the viewer administers; for everyone else there is none. */
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { importById, type ImportSummary } from '@/lib/db/imports'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

export async function findImport(tx: Tx, viewer: Viewer, importId: string): Promise<ImportSummary> {
  const found = await importById(tx, importId)
  if (!found || !holdsRole(viewer, found.studyId, 'admin')) throw new Refusal('not-found', 'not-found')
  return found
}
