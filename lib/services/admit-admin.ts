/** The study of an address, for those who administer it; for everyone else there is no such study. */
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { studyBySlug, type StudyRow } from '@/lib/db/studies'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

export async function admitAdmin(tx: Tx, viewer: Viewer, slug: string): Promise<StudyRow> {
  const study = await studyBySlug(tx, slug)
  if (!study || !holdsRole(viewer, study.id, 'admin')) throw new Refusal('not-found', 'not-found')
  return study
}
