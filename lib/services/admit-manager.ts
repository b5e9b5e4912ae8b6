import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { studyBySlug, type StudyRow } from '@/lib/db/studies'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

/** The study whose people the viewer may manage: an admin's own, and to an owner any. There is no other. */
export async function admitManager(tx: Tx, viewer: Viewer, slug: string): Promise<StudyRow> {
  const study = await studyBySlug(tx, slug)
  if (!study || !(viewer.owner || holdsRole(viewer, study.id, 'admin'))) throw new Refusal('not-found', 'not-found')
  return study
}
