/** A release of a study that the viewer administers; for everyone else there is no such release to compose. */
import { holdsRole, type Viewer } from '@/lib/blinding/viewer'
import { releaseById, type ReleaseRow } from '@/lib/db/releases'
import { studyById, type StudyRow } from '@/lib/db/studies'
import type { Tx } from '@/lib/db/transaction'
import { Refusal } from '@/lib/errors'

export async function admitComposer(tx: Tx, viewer: Viewer, releaseId: string): Promise<{ release: ReleaseRow; study: StudyRow }> {
  const release = await releaseById(tx, releaseId)
  const study = release && holdsRole(viewer, release.studyId, 'admin') ? await studyById(tx, release.studyId) : null
  if (!release || !study) throw new Refusal('not-found', 'not-found')
  return { release, study }
}

export function refuseUnlessDraft({ state }: Pick<ReleaseRow, 'state'>): void {
  if (state === 'frozen') throw new Refusal('frozen', 'release-is-frozen')
  if (state === 'freezing') throw new Refusal('conflict', 'release-at-work')
}
